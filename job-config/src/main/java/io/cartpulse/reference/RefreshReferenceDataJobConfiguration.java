package io.cartpulse.reference;

import java.time.Clock;

import javax.sql.DataSource;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.lookup.EnrichmentSettings;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Job {@code refresh-reference-data}: days, points and hours of DDS without rates, places
 * and weather are asked for, newest first, within the providers' budgets; the next
 * {@code raw-to-dds} gives them to events and marts. Grain: a day, point or hour. It
 * writes no layer of the pipeline, so that a provider in trouble neither delays nor fails
 * one. A rerun is safe: what was found is wanted no more, what was not is asked for
 * again.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReferenceSettings.class)
class RefreshReferenceDataJobConfiguration {

	@Bean("refresh-reference-data")
	Job refreshReferenceData(JobRepository repository, ReferenceSteps steps, EnrichmentSettings enrichment,
			LayerLocks locks) {
		return new JobBuilder("refresh-reference-data", repository)
			.listener(new LayerLockListener(locks, KnownJob.REFRESH_REFERENCE_DATA))
			.start(steps.rates(enrichment.currencies()))
			.next(steps.places())
			.next(steps.weather())
			.build();
	}

	@Bean
	ReferenceSteps referenceSteps(JobRepository repository, DataSource dataSource, ReferenceSettings settings,
			ReferenceData referenceData, ObjectProvider<Clock> clock) {
		return new ReferenceSteps(repository, dataSource, settings, referenceData,
				clock.getIfAvailable(Clock::systemUTC));
	}

}
