package io.cartpulse.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.Layer;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.SqlFile;
import io.cartpulse.testing.PipelineEngines;
import io.cartpulse.testing.RawCounts;
import io.cartpulse.testing.TestTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Launches, stops and the taking up of runs that a process left behind.
 */
class JobRunsIntegrationTests {

	private static final int RECORDS = 2_000;

	private final PipelineEngines engines = PipelineEngines.start();

	private final TestTopic topic = TestTopic.create(this.engines, 1);

	private ConfigurableApplicationContext context;

	private JobRuns runs;

	@BeforeEach
	void start() {
		this.engines.emptyTables();
		this.context = application();
		this.runs = this.context.getBean(JobRuns.class);
		this.topic.sendAll(0, IntStream.range(0, RECORDS)
			.mapToObj(
					(number) -> "{\"type\":\"event\",\"event_type\":\"search\",\"event_id\":\"%d\"}".formatted(number))
			.toList());
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.topic.close();
	}

	@Test
	void launchesAndRefusesASecondOneMeanwhile() throws SQLException {
		JobExecution launched;
		try (Connection foreign = holdingRaw()) {
			launched = this.runs.launch(KnownJob.KAFKA_TO_RAW, Map.of(), "ann");
			assertThat(statusOf(launched).isRunning()).isTrue();
			assertThatExceptionOfType(LaunchRefusedException.class)
				.isThrownBy(() -> this.runs.launch(KnownJob.KAFKA_TO_RAW, Map.of(), "bob"))
				.withMessageContaining("job kafka-to-raw was not started: layer RAW is held by kafka-to-raw, execution "
						+ launched.getId());
			foreign.rollback();
		}
		await(() -> !statusOf(launched).isRunning());
		assertThat(statusOf(launched)).isEqualTo(BatchStatus.COMPLETED);
		assertThat(executions()).isOne();
		assertAllIsThere();
	}

	@Test
	void stopsAtTheNextChunkAndRestartsThere() throws SQLException {
		JobExecution launched;
		try (Connection foreign = holdingRaw()) {
			launched = this.runs.launch(KnownJob.KAFKA_TO_RAW, Map.of(), "ann");
			assertThat(this.runs.stop(launched)).isTrue();
			foreign.rollback();
		}
		await(() -> !statusOf(launched).isRunning());
		assertThat(statusOf(launched)).isEqualTo(BatchStatus.STOPPED);
		assertThat(this.runs.stop(launched)).isFalse();
		assertThat(counts().passed()).isLessThan(RECORDS).isEqualTo(counts().accountedFor());
		JobExecution restarted = this.runs.restart(stored(launched), "bob");
		await(() -> !statusOf(restarted).isRunning());
		assertThat(statusOf(restarted)).isEqualTo(BatchStatus.COMPLETED);
		assertThat(restarted.getJobInstanceId()).isEqualTo(launched.getJobInstanceId());
		assertAllIsThere();
	}

	@Test
	void endsARunThatIsAskedToStopWhileItNotesItsEnd() throws SQLException {
		JobExecution launched;
		try (Connection raw = holdingRaw(); Connection stop = this.engines.dataSource().getConnection()) {
			launched = this.runs.launch(KnownJob.KAFKA_TO_RAW, Map.of(), "ann");
			stop.setAutoCommit(false);
			requestStop(stop, launched);
			raw.rollback();
			await(this::waitsForItsRow);
			stop.commit();
		}
		await(() -> !statusOf(launched).isRunning());
		assertThat(statusOf(launched)).isEqualTo(BatchStatus.FAILED);
		await(() -> !this.context.getBean(LayerLocks.class).isHeld(Set.of(Layer.RAW)));
		assertThat(this.runs.run(KnownJob.KAFKA_TO_RAW, Map.of(), "bob")).extracting(JobExecution::getStatus)
			.containsExactly(BatchStatus.COMPLETED, BatchStatus.COMPLETED);
		assertAllIsThere();
	}

	@Test
	void restartsARunWhoseProcessIsGone() {
		JobExecution orphan = leaveBehind();
		assertThat(this.runs.isOrphan(orphan)).isTrue();
		List<JobExecution> restarted = this.runs.restartOrphans();
		assertThat(restarted).singleElement()
			.extracting(JobExecution::getJobInstanceId)
			.isEqualTo(orphan.getJobInstanceId());
		await(() -> !statusOf(restarted.get(0)).isRunning());
		assertThat(statusOf(restarted.get(0))).isEqualTo(BatchStatus.COMPLETED);
		assertThat(statusOf(orphan)).isEqualTo(BatchStatus.FAILED);
		assertThat(stored(orphan).getExitStatus().getExitDescription()).startsWith("Its process was gone");
		assertAllIsThere();
		assertThat(this.runs.restartOrphans()).isEmpty();
	}

	@Test
	void givingUpLeavesTheEndWhereItWas() {
		JobExecution orphan = this.runs.recover(leaveBehind());
		this.engines.jdbc().update("update batch.batch_job_execution set end_time = '2026-01-01T10:00:00'");
		this.runs.abandon(stored(orphan));
		assertThat(statusOf(orphan)).isEqualTo(BatchStatus.ABANDONED);
		assertThat(stored(orphan).getEndTime()).isEqualTo("2026-01-01T10:00:00");
	}

	@Test
	void leavesARunAloneThatEndedSinceItWasLookedAt() {
		JobExecution left = leaveBehind();
		this.engines.jdbc()
			.update("update batch.batch_step_execution set status = 'COMPLETED', end_time = now() where end_time is null");
		JobExecution orphan = stored(left);
		this.engines.jdbc()
			.update("update batch.batch_job_execution set status = 'COMPLETED', end_time = now(), version = version + 1");
		assertThat(this.runs.restartOrphan(orphan)).isEmpty();
		assertThat(this.runs.recover(orphan).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(statusOf(orphan)).isEqualTo(BatchStatus.COMPLETED);
		assertThat(executions()).isOne();
	}

	@Test
	void leavesARunAloneThatAnotherInstanceTookUp() {
		JobExecution orphan = leaveBehind();
		assertThat(this.runs.run(KnownJob.KAFKA_TO_RAW, Map.of(), "another instance")).hasSize(2);
		assertThat(this.runs.restartOrphan(orphan)).isEmpty();
		assertThat(executions()).isEqualTo(3);
	}

	@Test
	void whatCannotBeTakenUpNowIsFoundAgain() {
		JobExecution orphan = leaveBehind();
		try (LayerLocks.Held held = this.context.getBean(LayerLocks.class).take(Set.of(Layer.RAW), "another job")) {
			assertThat(held).isNotNull();
			assertThat(this.runs.restartOrphan(orphan)).isEmpty();
		}
		assertThat(statusOf(orphan)).isEqualTo(BatchStatus.STARTED);
		assertThat(this.runs.restartOrphans()).hasSize(1);
		await(() -> !running());
		assertAllIsThere();
	}

	@Test
	void leavesARunAloneWhoseProcessLives() {
		JobExecution slow = leaveBehind();
		try (ConfigurableApplicationContext other = application();
				LayerLocks.Held held = other.getBean(LayerLocks.class).take(Set.of(Layer.RAW), "a slow process")) {
			assertThat(held).isNotNull();
			assertThat(this.runs.isOrphan(slow)).isFalse();
			assertThat(this.runs.restartOrphans()).isEmpty();
			assertThatExceptionOfType(LaunchRefusedException.class).isThrownBy(() -> this.runs.recover(slow))
				.withMessageContaining("a slow process");
		}
		assertThat(statusOf(slow)).isEqualTo(BatchStatus.STARTED);
	}

	@Test
	void aRunFirstFinishesWhatWasLeftBehind() {
		JobExecution orphan = leaveBehind();
		List<JobExecution> both = this.runs.run(KnownJob.KAFKA_TO_RAW, Map.of(), "ann");
		assertThat(both).extracting(JobExecution::getStatus)
			.containsExactly(BatchStatus.COMPLETED, BatchStatus.COMPLETED);
		assertThat(both.get(0).getJobInstanceId()).isEqualTo(orphan.getJobInstanceId());
		assertThat(both.get(1).getJobInstanceId()).isNotEqualTo(orphan.getJobInstanceId());
		assertAllIsThere();
	}

	@Test
	void theWatchFindsWhatWasLeftBehind() {
		JobExecution orphan = leaveBehind();
		try (ConfigurableApplicationContext watching = application("cartpulse.launch.watch-orphans=true",
				"cartpulse.launch.orphan-watch=100ms")) {
			assertThat(watching.isRunning()).isTrue();
			await(() -> executions() == 2 && counts().passed() == RECORDS && !running());
		}
		assertThat(statusOf(orphan)).isEqualTo(BatchStatus.FAILED);
		assertThat(running()).isFalse();
		assertAllIsThere();
	}

	@Test
	void theWatchComesBackToARunThatStillLived() {
		leaveBehind();
		LayerLocks.Held slow = this.context.getBean(LayerLocks.class).take(Set.of(Layer.RAW), "a slow process");
		try (ConfigurableApplicationContext watching = application("cartpulse.launch.watch-orphans=true",
				"cartpulse.launch.orphan-watch=100ms")) {
			assertThat(watching.isRunning()).isTrue();
			assertThat(executions()).isOne();
			slow.close();
			await(() -> executions() == 2 && counts().passed() == RECORDS && !running());
		}
		assertAllIsThere();
	}

	/** A run half way, whose rows say that it goes on: what kill -9 leaves. */
	private JobExecution leaveBehind() {
		this.engines.jdbc().execute("alter table raw.events add constraint boom check (event_id <> '555') not valid");
		JobExecution failed;
		try {
			failed = this.runs.run(KnownJob.KAFKA_TO_RAW, Map.of(), "ann").get(0);
		}
		finally {
			this.engines.jdbc().execute("alter table raw.events drop constraint boom");
		}
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		this.engines.jdbc()
			.update("update batch.batch_job_execution set status = 'STARTED', end_time = null, exit_code = 'UNKNOWN'");
		this.engines.jdbc()
			.update("update batch.batch_step_execution set status = 'STARTED', end_time = null, exit_code = 'EXECUTING' "
					+ "where status = 'FAILED'");
		return stored(failed);
	}

	private ConfigurableApplicationContext application(String... properties) {
		String[] all = IntStream.rangeClosed(0, properties.length)
			.mapToObj((number) -> (number < properties.length) ? properties[number] : "cartpulse.raw.chunk-size=10")
			.toArray(String[]::new);
		return this.engines.context(this.topic.name(),
				List.of("io.cartpulse.batch", "io.cartpulse.raw", "io.cartpulse.launch"), all);
	}

	/** A transaction that lets nobody write events. */
	private Connection holdingRaw() throws SQLException {
		Connection foreign = this.engines.dataSource().getConnection();
		foreign.setAutoCommit(false);
		foreign.createStatement().execute("lock table raw.events in exclusive mode");
		return foreign;
	}

	/** What {@link JobRuns#stop} does, in a transaction that does not end yet. */
	private static void requestStop(Connection connection, JobExecution execution) throws SQLException {
		try (PreparedStatement request = connection.prepareStatement(SqlFile.read(JobRuns.class, "request-stop.sql"))) {
			request.setLong(1, execution.getId());
			assertThat(request.executeUpdate()).isOne();
		}
	}

	/** Whether somebody waits to write the row of a job execution. */
	private boolean waitsForItsRow() {
		return number("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
				+ "and query ilike '%batch_job_execution%'") > 0;
	}

	private JobExecution stored(JobExecution execution) {
		JobExecution stored = this.context.getBean(JobRepository.class).getJobExecution(execution.getId());
		assertThat(stored).isNotNull();
		return stored;
	}

	private BatchStatus statusOf(JobExecution execution) {
		return stored(execution).getStatus();
	}

	private long executions() {
		return number("select count(*) from batch.batch_job_execution");
	}

	private boolean running() {
		return number("select count(*) from batch.batch_job_execution where end_time is null") > 0;
	}

	private long number(String sql) {
		Long number = this.engines.jdbc().queryForObject(sql, Long.class);
		return (number != null) ? number : 0;
	}

	private RawCounts counts() {
		return new RawCounts(this.engines.jdbc(), this.topic.name());
	}

	private void assertAllIsThere() {
		assertThat(counts().rows()).containsOnly(Map.entry("events", (long) RECORDS));
		assertThat(counts().passed()).isEqualTo(RECORDS);
	}

	/** At most half a minute. */
	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + 30_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.onSpinWait();
		}
	}

}
