package io.cartpulse.dds;

import javax.sql.DataSource;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.dds.QuarantineReader.Retried;
import io.cartpulse.source.RecordType;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Job {@code raw-to-dds}: RAW rows in PostgreSQL become validated, normalised facts
 * there. Grain: one RAW row, which ends as loaded, duplicate, superseded or quarantined.
 * A rerun is safe: each row's effect depends on the row's contents alone, the ranges are
 * fixed in the first step and count as read in the last.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DdsSettings.class)
class RawToDdsJobConfiguration {

	@Bean("raw-to-dds")
	Job rawToDds(JobRepository repository, Flow rawToDdsFlow, LayerLocks locks) {
		return new JobBuilder("raw-to-dds", repository).listener(new LayerLockListener(locks, KnownJob.RAW_TO_DDS))
			.start(rawToDdsFlow)
			.end()
			.build();
	}

	@Bean
	Flow rawToDdsFlow(LoadSteps steps) {
		return new FlowBuilder<Flow>("raw-to-dds").start(steps.beginLoad())
			.next(steps.load(RecordType.USER_PROFILE))
			.next(steps.load(RecordType.USER_DEVICE))
			.next(steps.load(RecordType.USER_LOCATION))
			.next(steps.load(RecordType.ORDER))
			.next(steps.load(RecordType.ORDER_ITEM))
			.next(steps.load(RecordType.ORDER_STATUS))
			.next(steps.load(RecordType.EVENT))
			.next(steps.load(RecordType.CAMPAIGN_EVENT))
			.next(steps.retry(RecordType.ORDER_ITEM, Retried.FOUND_ORPHANS))
			.next(steps.retry(RecordType.ORDER_STATUS, Retried.FOUND_ORPHANS))
			.next(steps.applyReferenceData())
			.next(steps.deriveOrders())
			.next(steps.deriveSessions())
			.next(steps.applyAttributes())
			.next(steps.finishLoad())
			.build();
	}

	@Bean
	LoadSteps loadSteps(JobRepository repository, PlatformTransactionManager transactionManager, DataSource dataSource,
			DdsSettings settings, LayerLocks locks) {
		return new LoadSteps(repository, transactionManager, dataSource, settings, locks);
	}

}
