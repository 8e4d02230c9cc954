package io.cartpulse.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.cartpulse.testing.EnginesOfTheirOwn;
import io.cartpulse.testing.TestTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.raw.KafkaToRawIntegrationTests.events;
import static io.cartpulse.testing.JobUnderTest.failures;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A broker that goes away and comes back, records that go away under the reader, and rows
 * that go away from RAW.
 */
class KafkaFaultIntegrationTests {

	private static final int RECORDS = 6_000;

	/** The reader fetches little ahead of what it hands out. */
	private static final String[] SMALL = { "cartpulse.raw.chunk-size=10", "cartpulse.raw.chunk-bytes=1KB",
			"cartpulse.kafka.timeout=3s" };

	private static EnginesOfTheirOwn kafka;

	@BeforeAll
	static void start() {
		kafka = EnginesOfTheirOwn.kafka();
	}

	@AfterAll
	static void stop() {
		kafka.close();
	}

	@Test
	void completesAfterTheBrokerWasAwayAtTheStart() {
		try (RawFixture raw = onOwnKafka()) {
			raw.topic.sendAll(0, events(0, RECORDS));
			kafka.stop();
			JobExecution failed = raw.run("away");
			kafka.start();
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(failed)).anyMatch((message) -> message
				.contains("no answer from Kafka on " + kafka.engines().kafkaBootstrapServers()));
			completes(raw, "away");
		}
	}

	@Test
	void completesAfterTheBrokerWentAwayInTheMiddle() throws Exception {
		try (RawFixture raw = onOwnKafka()) {
			raw.topic.sendAll(0, events(0, RECORDS));
			JobExecution failed = runWhile(raw, kafka::stop);
			kafka.start();
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(failed)).anyMatch((message) -> message
				.contains("Kafka on " + kafka.engines().kafkaBootstrapServers() + " gave nothing for 3000 ms"));
			assertThat(raw.passed()).isBetween(1L, RECORDS - 1L).isEqualTo(raw.accountedFor());
			completes(raw, "cut");
		}
	}

	@Test
	void goesOnBehindWhatRetentionTookFromUnderTheReader() throws Exception {
		try (RawFixture raw = new RawFixture(1, SMALL)) {
			raw.topic.sendAll(0, events(0, RECORDS));
			JobExecution execution = runWhile(raw, () -> raw.topic.deleteRecords(0, RECORDS - 10));
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.gaps("retention")).isBetween(1L, RECORDS - 10L);
			assertThat(raw.gaps("no_record")).isZero();
			assertThat(raw.rows()).containsOnly(Map.entry("events", RECORDS - raw.gaps("retention")));
			assertThat(raw.passed()).isEqualTo(RECORDS);
		}
	}

	@Test
	void failsWhenARowWasTakenAwayByAnotherHand() {
		try (RawFixture raw = new RawFixture(1, "cartpulse.raw.chunk-size=10")) {
			raw.topic.sendAll(0, events(0, 100));
			raw.jdbc.execute("alter table raw.events add constraint boom check (event_id <> '55') not valid");
			raw.run("robbed");
			raw.jdbc.execute("alter table raw.events drop constraint boom");
			raw.jdbc.update("""
					delete from raw.events using etl.sources
					where events.source_id = sources.source_id and topic = ? and event_id = '7'""", raw.topic.name());
			JobExecution robbed = raw.run("robbed");
			assertThat(robbed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(robbed)).anyMatch((message) -> message.matches(".*the run's ledger does not add up: "
					+ "partition 0 of source \\d+: 100 offsets passed, 99 rows, dead letters and gaps\\. .*"));
		}
	}

	private static RawFixture onOwnKafka() {
		return new RawFixture(TestTopic.create(kafka.engines().kafkaBootstrapServers(), 1), SMALL[0], SMALL[1],
				SMALL[2], "cartpulse.kafka.bootstrap-servers=" + kafka.engines().kafkaBootstrapServers());
	}

	/** Does something in the middle of a run, which waits in a chunk meanwhile. */
	private static JobExecution runWhile(RawFixture raw, Runnable action) throws SQLException {
		try (Connection foreign = raw.engines.dataSource().getConnection()) {
			foreign.setAutoCommit(false);
			CompletableFuture<JobExecution> run = CompletableFuture.supplyAsync(() -> raw.run("cut"));
			while (raw.passed() == 0 && !run.isDone()) {
				Thread.onSpinWait();
			}
			foreign.createStatement().execute("lock table raw.events in exclusive mode");
			assertThat(run).isNotDone();
			action.run();
			foreign.rollback();
			return run.join();
		}
	}

	private static void completes(RawFixture raw, String run) {
		assertThat(raw.run(run).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(raw.rows()).containsOnly(Map.entry("events", (long) RECORDS));
		assertThat(raw.passed()).isEqualTo(RECORDS);
		assertThat(raw.jdbc.queryForObject("""
				select count(distinct event_id) from raw.events join etl.sources using (source_id)
				where topic = ?""", Long.class, raw.topic.name())).isEqualTo(RECORDS);
	}

}
