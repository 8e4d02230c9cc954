package io.cartpulse.mart;

import javax.sql.DataSource;

import io.cartpulse.batch.LayerLocks;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes the stage's steps. Every execution runs them all: each knows by itself what of
 * the publication is done, which may be another one than before the restart.
 */
final class PublicationSteps {

	private final JobRepository repository;

	private final PlatformTransactionManager transactionManager;

	private final DataSource dataSource;

	private final ClickHouse clickHouse;

	private final MartSettings settings;

	private final LayerLocks locks;

	PublicationSteps(JobRepository repository, PlatformTransactionManager transactionManager, DataSource dataSource,
			ClickHouse clickHouse, MartSettings settings, LayerLocks locks) {
		this.repository = repository;
		this.transactionManager = transactionManager;
		this.dataSource = dataSource;
		this.clickHouse = clickHouse;
		this.settings = settings;
		this.locks = locks;
	}

	/** {@code publish-<fact>}: its rows of the publication's loads, a page at a time. */
	Step publish(Fact fact) {
		FactReader reader = new FactReader(this.dataSource, fact, this.settings.pageSize());
		FactWriter writer = new FactWriter(this.clickHouse, this.locks, fact);
		return new StepBuilder("publish-" + fact.words(), this.repository).allowStartIfComplete(true)
			.<FactRow, FactRow>chunk(this.settings.pageSize())
			.transactionManager(this.transactionManager)
			.reader(reader)
			.writer(writer)
			.listener((StepExecutionListener) reader)
			.listener((StepExecutionListener) writer)
			.build();
	}

	/** A step of one piece. */
	Step tasklet(String name, Tasklet tasklet) {
		return new StepBuilder(name, this.repository).allowStartIfComplete(true).tasklet((contribution, chunk) -> {
			this.locks.requireHeld(contribution.getStepExecution().getJobExecutionId());
			return tasklet.execute(contribution, chunk);
		}, this.transactionManager).build();
	}

}
