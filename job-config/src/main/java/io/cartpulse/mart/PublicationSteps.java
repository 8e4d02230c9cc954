package io.cartpulse.mart;

import javax.sql.DataSource;

import io.micrometer.observation.ObservationRegistry;

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

	PublicationSteps(JobRepository repository, PlatformTransactionManager transactionManager, DataSource dataSource,
			ClickHouse clickHouse, MartSettings settings) {
		this.repository = repository;
		this.transactionManager = transactionManager;
		this.dataSource = dataSource;
		this.clickHouse = clickHouse;
		this.settings = settings;
	}

	/** {@code publish-<fact>}: its rows of the publication's loads, a page at a time. */
	Step publish(Fact fact) {
		FactReader reader = new FactReader(this.dataSource, fact, this.settings.pageSize());
		FactWriter writer = new FactWriter(this.clickHouse, fact);
		return new StepBuilder("publish-" + fact.words(), this.repository).allowStartIfComplete(true)
			.<FactRow, FactRow>chunk(this.settings.pageSize())
			.transactionManager(this.transactionManager)
			// an observation of each row would cost more than the row
			.observationRegistry(ObservationRegistry.NOOP)
			.reader(reader)
			.writer(writer)
			.listener((StepExecutionListener) reader)
			.listener((StepExecutionListener) writer)
			.build();
	}

	/** A step of one piece. */
	Step tasklet(String name, Tasklet tasklet) {
		return new StepBuilder(name, this.repository).allowStartIfComplete(true)
			.tasklet(tasklet, this.transactionManager)
			.build();
	}

}
