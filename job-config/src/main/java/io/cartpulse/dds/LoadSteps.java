package io.cartpulse.dds;

import javax.sql.DataSource;

import io.cartpulse.batch.ChunkRetry;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.source.RecordType;
import io.cartpulse.source.RecordValidator;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes the stage's steps: chunks of a subject, and tasklets.
 */
final class LoadSteps {

	private final JobRepository repository;

	private final PlatformTransactionManager transactionManager;

	private final DataSource dataSource;

	private final DdsSettings settings;

	private final LayerLocks locks;

	LoadSteps(JobRepository repository, PlatformTransactionManager transactionManager, DataSource dataSource,
			DdsSettings settings, LayerLocks locks) {
		this.repository = repository;
		this.transactionManager = transactionManager;
		this.dataSource = dataSource;
		this.settings = settings;
		this.locks = locks;
	}

	/** {@code load-<subject>}: the RAW rows of the run's ranges. */
	Step load(RecordType type) {
		RawRowReader reader = new RawRowReader(this.dataSource, type, new RunRanges(this.dataSource));
		return chunks("load-", type, reader, false);
	}

	/** {@code retry-<subject>}: open records of the quarantine. */
	Step retry(RecordType type, QuarantineReader.Retried retried) {
		return chunks("retry-", type, new QuarantineReader(this.dataSource, type, retried), true);
	}

	/** {@code begin-load}: fixes what the run reads. */
	Step beginLoad() {
		return always("begin-load", new BeginLoad(this.dataSource, this.settings, true));
	}

	/** {@code begin-retry}: for a run that reads nothing but the quarantine. */
	Step beginRetry() {
		return always("begin-retry", new BeginLoad(this.dataSource, this.settings, false));
	}

	/**
	 * {@code apply-reference-data}: exchange rates, places and weather that have come or
	 * changed since the last load.
	 */
	Step applyReferenceData() {
		return once("apply-reference-data",
				new SqlTasklet(this.dataSource, "fill-costs.sql", "fill-places.sql", "note-weather.sql"));
	}

	/**
	 * {@code derive-orders}: status, refund and session of the orders that the run
	 * touched.
	 */
	Step deriveOrders() {
		return once("derive-orders", new SqlTasklet(this.dataSource, "derive-orders.sql"));
	}

	/** {@code derive-sessions}: the sessions that the run touched. */
	Step deriveSessions() {
		return once("derive-sessions",
				new SqlTasklet(this.dataSource, "derive-sessions.sql", "delete-empty-sessions.sql"));
	}

	/** {@code apply-attributes}: users, products and campaigns as last described. */
	Step applyAttributes() {
		return once("apply-attributes", new SqlTasklet(this.dataSource, "apply-user-attributes.sql",
				"apply-product-attributes.sql", "apply-campaign-attributes.sql"));
	}

	/**
	 * {@code finish-load}: checks the ledger and closes the run; also what a restart has
	 * begun again.
	 */
	Step finishLoad() {
		return always("finish-load", new FinishLoad(this.dataSource));
	}

	/** A tasklet, which a restart does not repeat once it has completed. */
	private Step once(String name, Tasklet tasklet) {
		return new StepBuilder(name, this.repository).tasklet(fenced(tasklet), this.transactionManager).build();
	}

	/** A tasklet that each execution runs. */
	private Step always(String name, Tasklet tasklet) {
		return new StepBuilder(name, this.repository).tasklet(fenced(tasklet), this.transactionManager)
			.allowStartIfComplete(true)
			.build();
	}

	private Tasklet fenced(Tasklet tasklet) {
		return (contribution, chunk) -> {
			this.locks.requireHeld(contribution.getStepExecution().getJobExecutionId());
			return tasklet.execute(contribution, chunk);
		};
	}

	private Step chunks(String verb, RecordType type, ItemStreamReader<RawRow> reader, boolean retry) {
		Subject subject = Subject.of(type, this.settings);
		return new StepBuilder(verb + subject.name(), this.repository).<RawRow, ReadRow>chunk(this.settings.chunkSize())
			.transactionManager(this.transactionManager)
			.reader(reader)
			.processor(new RawRowProcessor(new RecordValidator(this.settings.reading())))
			.writer(new LoadWriter(this.dataSource, this.locks, new ChunkRetry(this.transactionManager), subject,
					retry))
			.build();
	}

}
