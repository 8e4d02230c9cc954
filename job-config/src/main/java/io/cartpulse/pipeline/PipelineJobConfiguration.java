package io.cartpulse.pipeline;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Job {@code pipeline}: Kafka to RAW, RAW to DDS, DDS to ClickHouse. Source, target,
 * grain and the safety of a rerun are those of its stages; a restart goes on in the stage
 * that failed.
 */
@Configuration(proxyBeanMethods = false)
class PipelineJobConfiguration {

	@Bean
	Job pipeline(JobRepository repository, Flow kafkaToRawFlow, Flow rawToDdsFlow, Flow ddsToClickHouseFlow,
			LayerLocks locks) {
		return new JobBuilder("pipeline", repository).listener(new LayerLockListener(locks, KnownJob.PIPELINE))
			.start(kafkaToRawFlow)
			.next(rawToDdsFlow)
			.next(ddsToClickHouseFlow)
			.end()
			.build();
	}

}
