package io.cartpulse.raw;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.cartpulse.batch.Layer;
import io.cartpulse.batch.LayerLocks;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.raw.KafkaToRawIntegrationTests.events;
import static io.cartpulse.testing.JobUnderTest.failures;
import static org.assertj.core.api.Assertions.assertThat;

class KafkaToRawFailureIntegrationTests {

	@Test
	void resumesAfterFailureInsideAChunk() {
		try (RawFixture raw = new RawFixture(2, "cartpulse.raw.chunk-size=100")) {
			raw.topic.sendAll(0, events(0, 1000));
			raw.topic.sendAll(1, events(1000, 1300));
			// the COPY of the chunk with this row fails after rows before it were sent
			raw.jdbc.execute("alter table raw.events add constraint boom check (event_id <> '555') not valid");
			JobExecution failed = raw.run("crash");
			raw.jdbc.execute("alter table raw.events drop constraint boom");
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(raw.rows().get("events")).isBetween(300L, 855L);
			assertThat(raw.accountedFor()).isEqualTo(raw.passed());
			raw.topic.sendAll(0, events(1300, 1310));
			assertThat(raw.run("crash").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).containsOnly(Map.entry("events", 1310L));
			assertThat(raw.accountedFor()).isEqualTo(raw.passed());
			assertThat(raw.jdbc.queryForObject("""
					select count(distinct event_id) from raw.events join etl.sources using (source_id)
					where topic = ?""", Long.class, raw.topic.name())).isEqualTo(1310);
		}
	}

	@Test
	void stopsBetweenChunksAndResumes() throws Exception {
		try (RawFixture raw = new RawFixture(2, "cartpulse.raw.chunk-size=10")) {
			raw.topic.sendAll(0, events(0, 6_000));
			raw.topic.sendAll(1, events(6_000, 12_000));
			CompletableFuture<JobExecution> running = CompletableFuture.supplyAsync(() -> raw.run("stop"));
			while (raw.passed() == 0 && !running.isDone()) {
				Thread.onSpinWait();
			}
			raw.jdbc.update("""
					update batch.batch_job_execution set status = 'STOPPING', version = version + 1
					where status = 'STARTED'""");
			assertThat(running.get().getStatus()).isEqualTo(BatchStatus.STOPPED);
			assertThat(raw.passed()).isBetween(1L, 11_999L).isEqualTo(raw.accountedFor());
			raw.topic.send(0, "the end");
			assertThat(raw.run("stop").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).containsOnly(Map.entry("events", 12_000L), Map.entry("dead_letters", 1L));
		}
	}

	@Test
	void resumesAfterAKillBetweenTheStoringOfAWorkerAndOfItsContext() {
		try (RawFixture raw = new RawFixture(2, "cartpulse.raw.chunk-size=100")) {
			raw.topic.sendAll(0, events(0, 300));
			raw.topic.sendAll(1, events(300, 600));
			raw.jdbc.execute("alter table raw.events add constraint boom check (event_id <> '555') not valid");
			JobExecution failed = raw.run("killed");
			raw.jdbc.execute("alter table raw.events drop constraint boom");
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(raw.jdbc.update("""
					delete from batch.batch_step_execution_context where step_execution_id in (
					    select step_execution_id from batch.batch_step_execution
					    where job_execution_id = ? and step_name like 'load-raw:%')""", failed.getId())).isEqualTo(2);
			assertThat(raw.run("killed").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).containsOnly(Map.entry("events", 600L));
			assertThat(raw.accountedFor()).isEqualTo(raw.passed());
		}
	}

	@Test
	void repeatsAChunkAfterADeadlock() {
		try (RawFixture raw = new RawFixture(1)) {
			raw.topic.sendAll(0, events(0, 10));
			raw.jdbc.execute("create sequence etl.deadlocks");
			raw.jdbc.execute("""
					create function etl.deadlock() returns trigger language plpgsql as $$
					begin
					    if nextval('etl.deadlocks') <= 2 then
					        raise exception 'as if deadlocked' using errcode = '40P01';
					    end if;
					    return null;
					end $$""");
			raw.jdbc.execute("create trigger deadlock after insert on raw.events"
					+ " for each statement execute function etl.deadlock()");
			try {
				JobExecution execution = raw.run();
				assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
				assertThat(execution.getExecutionContext().getLong("raw.repeats")).isEqualTo(2);
				assertThat(raw.rows()).containsOnly(Map.entry("events", 10L));
				assertThat(raw.accountedFor()).isEqualTo(raw.passed());
			}
			finally {
				raw.jdbc.execute("drop trigger deadlock on raw.events");
				raw.jdbc.execute("drop function etl.deadlock");
				raw.jdbc.execute("drop sequence etl.deadlocks");
			}
		}
	}

	@Test
	void failsWhenAnotherWriterMovedTheOffset() {
		try (RawFixture raw = new RawFixture(1)) {
			raw.run();
			raw.topic.sendAll(0, events(0, 10));
			raw.jdbc.execute("""
					create function etl.intrude() returns trigger language plpgsql as $$
					begin
					    update etl.offsets set next_offset = next_offset + 1 where next_offset = 0;
					    return null;
					end $$""");
			raw.jdbc.execute("create trigger intrude after insert on raw.events"
					+ " for each statement execute function etl.intrude()");
			try {
				JobExecution execution = raw.run();
				assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
				assertThat(failures(execution))
					.anyMatch((message) -> message.contains("another writer moved the offset"));
				assertThat(raw.rows()).isEmpty();
				assertThat(raw.passed()).isZero();
			}
			finally {
				raw.jdbc.execute("drop trigger intrude on raw.events");
				raw.jdbc.execute("drop function etl.intrude");
			}
		}
	}

	@Test
	void saysThatTheTopicIsMissing() {
		try (RawFixture raw = new RawFixture(1, "cartpulse.kafka.topic=no-such-topic")) {
			JobExecution execution = raw.run();
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(execution)).anyMatch((message) -> message
				.contains("topic no-such-topic does not exist on " + raw.engines.kafkaBootstrapServers()));
		}
	}

	@Test
	void saysInTimeThatTheBrokerIsAway() {
		try (RawFixture raw = new RawFixture(1, "cartpulse.kafka.bootstrap-servers=127.0.0.1:1",
				"cartpulse.kafka.timeout=2s")) {
			long start = System.nanoTime();
			JobExecution execution = raw.run();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as("sooner than without the setting")
				.isLessThan(Duration.ofSeconds(14));
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(execution))
				.anyMatch((message) -> message.contains("no answer from Kafka on 127.0.0.1:1"));
		}
	}

	@Test
	void saysThatTheBrokersNameIsWrong() {
		try (RawFixture raw = new RawFixture(1, "cartpulse.kafka.bootstrap-servers=no-such-host.invalid:9092",
				"cartpulse.kafka.timeout=2s")) {
			assertThat(failures(raw.run())).anyMatch((message) -> message.contains("cannot look up topic")
					&& message.contains("no-such-host.invalid:9092"));
		}
	}

	@Test
	void isRefusedWhileAnotherRunHoldsTheLayer() {
		try (RawFixture raw = new RawFixture(1);
				LayerLocks.Held held = raw.context.getBean(LayerLocks.class).take(List.of(Layer.RAW), "a test")) {
			assertThat(held).isNotNull();
			JobExecution execution = raw.run();
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(execution)).anyMatch((message) -> message.contains("a test"));
		}
	}

}
