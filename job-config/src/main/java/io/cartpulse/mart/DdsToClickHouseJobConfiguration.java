package io.cartpulse.mart;

import java.time.Clock;

import javax.sql.DataSource;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Job {@code dds-to-clickhouse}: DDS rows in PostgreSQL become facts in ClickHouse, and
 * those become marts. Grain: one DDS row, then one mart. A rerun is safe: a fact that is
 * sent twice counts once, and marts are built aside, checked against DDS and swapped in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ClickHouseSettings.class, MartSettings.class })
class DdsToClickHouseJobConfiguration {

	@Bean("dds-to-clickhouse")
	Job ddsToClickHouse(JobRepository repository, Flow ddsToClickHouseFlow, LayerLocks locks) {
		return new JobBuilder("dds-to-clickhouse", repository)
			.listener(new LayerLockListener(locks, KnownJob.DDS_TO_CLICKHOUSE))
			.start(ddsToClickHouseFlow)
			.end()
			.build();
	}

	@Bean
	Flow ddsToClickHouseFlow(PublicationSteps steps, DataSource dataSource, ClickHouse clickHouse,
			MartSettings settings, ObjectProvider<Clock> clock) {
		PublicationLog log = new PublicationLog(dataSource, clickHouse);
		AsideTables aside = new AsideTables(clickHouse);
		MartStamps stamps = new MartStamps(settings);
		FlowBuilder<Flow> flow = new FlowBuilder<Flow>("dds-to-clickhouse").start(steps.tasklet("begin-publication",
				new BeginPublication(log, aside, settings, clock.getIfAvailable(Clock::systemUTC))));
		for (Fact fact : Fact.values()) {
			flow.next(steps.publish(fact));
		}
		return flow.next(steps.tasklet("swap-facts", new SwapFacts(aside)))
			.next(steps.tasklet("build-marts", new BuildMarts(clickHouse, aside, stamps, settings)))
			.next(steps.tasklet("check-totals", new CheckTotals(dataSource, clickHouse, settings)))
			.next(steps.tasklet("swap-marts", new SwapMarts(aside, stamps)))
			.next(steps.tasklet("mark-published", new MarkPublished(log)))
			.build();
	}

	@Bean
	PublicationSteps publicationSteps(JobRepository repository, PlatformTransactionManager transactionManager,
			DataSource dataSource, ClickHouse clickHouse, MartSettings settings, LayerLocks locks) {
		return new PublicationSteps(repository, transactionManager, dataSource, clickHouse, settings, locks);
	}

	@Bean
	@ConditionalOnMissingBean
	ClickHouse clickHouse(ClickHouseSettings settings, MartSettings mart) {
		return new ClickHouse(settings, mart);
	}

	@Bean
	ClickHouseMigrations clickHouseMigrations(ClickHouseSettings settings) {
		return new ClickHouseMigrations(settings);
	}

}
