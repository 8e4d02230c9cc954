package io.cartpulse.migration;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.mart.ClickHouseMigrations;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Job {@code init-clickhouse}: the migrations of ClickHouse that it has not seen. Grain:
 * one migration, which can be repeated. A rerun finds nothing to do.
 */
@Configuration(proxyBeanMethods = false)
class InitClickHouseJobConfiguration {

	@Bean("init-clickhouse")
	Job initClickHouse(JobRepository repository, @Qualifier("migrate-clickhouse") Step migrateClickHouse,
			LayerLocks locks) {
		return new JobBuilder("init-clickhouse", repository)
			.listener(new LayerLockListener(locks, KnownJob.INIT_CLICKHOUSE))
			.start(migrateClickHouse)
			.build();
	}

	@Bean("migrate-clickhouse")
	Step migrateClickHouse(JobRepository repository, ClickHouseMigrations migrations) {
		return new StepBuilder("migrate-clickhouse", repository).tasklet((contribution, chunk) -> {
			contribution.incrementWriteCount(migrations.migrate());
			return RepeatStatus.FINISHED;
		}, new ResourcelessTransactionManager()).build();
	}

}
