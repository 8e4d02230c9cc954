package io.cartpulse.reference;

import java.time.Clock;

import javax.sql.DataSource;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.dds.LoadSteps;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.lookup.EnrichmentSettings;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Job {@code refresh-reference-data}: days, points and hours of DDS without rates, places
 * and weather are asked for, newest first, within the providers' budgets, and events get
 * the costs and places they lack. Grain: a page of days, points or hours. A rerun is
 * safe: what was found is wanted no more, what was not is asked for again. A provider in
 * trouble never fails the run.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReferenceSettings.class)
class RefreshReferenceDataJobConfiguration {

	@Bean("refresh-reference-data")
	Job refreshReferenceData(JobRepository repository, LoadSteps loads, ReferenceSteps steps,
			EnrichmentSettings enrichment, LayerLocks locks) {
		return new JobBuilder("refresh-reference-data", repository)
			.listener(new LayerLockListener(locks, KnownJob.REFRESH_REFERENCE_DATA))
			.start(loads.beginRefresh())
			.next(steps.rates(enrichment.currencies()))
			.next(steps.places())
			.next(steps.weather())
			.next(loads.deriveOrders())
			.next(loads.deriveSessions())
			.next(loads.applyAttributes())
			.next(loads.finishLoad())
			.build();
	}

	@Bean
	ReferenceSteps referenceSteps(JobRepository repository, PlatformTransactionManager transactionManager,
			DataSource dataSource, LayerLocks locks, ReferenceSettings settings, ReferenceData referenceData,
			ObjectProvider<Clock> clock) {
		return new ReferenceSteps(repository, transactionManager, dataSource, locks, settings, referenceData,
				clock.getIfAvailable(Clock::systemUTC));
	}

}
