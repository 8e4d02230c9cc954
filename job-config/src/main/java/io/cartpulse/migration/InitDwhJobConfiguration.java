package io.cartpulse.migration;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import org.flywaydb.core.Flyway;

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
 * Job {@code init-dwh}: the migrations of PostgreSQL that it has not seen. Grain: one
 * migration, in a transaction of its own. A rerun finds nothing to do.
 */
@Configuration(proxyBeanMethods = false)
class InitDwhJobConfiguration {

	@Bean("init-dwh")
	Job initDwh(JobRepository repository, @Qualifier("migrate-postgres") Step migratePostgres, LayerLocks locks) {
		return new JobBuilder("init-dwh", repository).listener(new LayerLockListener(locks, KnownJob.INIT_DWH))
			.start(migratePostgres)
			.build();
	}

	@Bean("migrate-postgres")
	Step migratePostgres(JobRepository repository, Flyway flyway) {
		return new StepBuilder("migrate-postgres", repository).tasklet((contribution, chunk) -> {
			contribution.incrementWriteCount(flyway.migrate().migrationsExecuted);
			return RepeatStatus.FINISHED;
		}, new ResourcelessTransactionManager()).build();
	}

}
