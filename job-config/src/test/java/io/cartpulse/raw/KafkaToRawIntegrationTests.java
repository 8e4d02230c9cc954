package io.cartpulse.raw;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.cartpulse.testing.RawCounts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

import static io.cartpulse.testing.JobUnderTest.step;
import static org.assertj.core.api.Assertions.assertThat;

class KafkaToRawIntegrationTests {

	@Test
	void putsEveryTypeIntoItsTable() {
		try (RawFixture raw = new RawFixture(3)) {
			raw.topic.send(0, """
					{"type":"user_profile","user_id":1,"name":" Zoë\\t\\\\ 'x' ","nick":"zz"}""");
			raw.topic.send(0, """
					{"type":"user_device","user_id":1,"device_type":"mobile"}""");
			raw.topic.send(1, """
					{"type":"user_location","user_id":1,"city":"Oslo"}""");
			raw.topic.send(1, """
					{"type":"session_start","event_id":"e1","session_id":"s","timestamp":"2026-01-01T00:00:00Z"}""");
			raw.topic.send(2, """
					{"type":"order","order_id":"o","order_ts":"2026-01-01","total_usd":10.50}""");
			raw.topic.send(2, """
					{"type":"order_item","order_id":"o","product_id":5,"price_usd":"5.25"}""");
			raw.topic.send(2, """
					{"type":"order_status","order_id":"o","status":"success"}""");
			raw.topic.send(2, """
					{"type":"campaign_event","campaign_id":"c","action":"view"}""");
			JobExecution execution = raw.run();
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).containsOnlyKeys(RawCounts.TABLES)
				.allSatisfy((table, rows) -> assertThat(rows).isOne());
			assertThat(raw.accountedFor()).isEqualTo(raw.passed()).isEqualTo(8);
			assertThat(raw.jdbc.queryForMap("""
					select name, extra ->> 'nick' as nick, kafka_partition, kafka_offset, load_id, event_id
					from raw.user_profiles join etl.sources using (source_id)
					where topic = ?""", raw.topic.name())).containsEntry("name", " Zoë\t\\ 'x' ")
				.containsEntry("nick", "zz")
				.containsEntry("kafka_partition", 0)
				.containsEntry("kafka_offset", 0L)
				.containsEntry("load_id", execution.getId())
				.containsEntry("event_id", null);
			assertThat(raw.jdbc.queryForMap("""
					select event_type, event_id, timestamp, kafka_timestamp > now() - interval '1 hour' as recent
					from raw.events join etl.sources using (source_id)
					where topic = ?""", raw.topic.name())).containsEntry("event_type", "session_start")
				.containsEntry("event_id", "e1")
				.containsEntry("timestamp", "2026-01-01T00:00:00Z")
				.containsEntry("recent", true);
		}
	}

	@Test
	void countsRecordsNotBatches() {
		try (RawFixture raw = new RawFixture(2, "cartpulse.raw.chunk-size=100")) {
			raw.topic.sendAll(0, events(0, 950));
			raw.topic.sendAll(1, events(950, 1000));
			raw.topic.send(1, "rubbish");
			JobExecution execution = raw.run();
			StepExecution load = step(execution, "load-raw");
			assertThat(load.getReadCount()).isEqualTo(1001);
			assertThat(load.getWriteCount()).isEqualTo(1000);
			assertThat(load.getProcessSkipCount()).isEqualTo(1);
			assertThat(load.getCommitCount()).isGreaterThan(5);
			assertThat(execution.getExecutionContext().getLong("raw.records")).isEqualTo(1001);
			assertThat(execution.getExecutionContext().getLong("raw.deadLetters")).isEqualTo(1);
			assertThat(execution.getExecutionContext().getLong("raw.gaps")).isZero();
			assertThat(raw.accountedFor()).isEqualTo(raw.passed()).isEqualTo(1001);
		}
	}

	@Test
	void completesOnAnEmptyTopic() {
		try (RawFixture raw = new RawFixture(2)) {
			assertThat(raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).isEmpty();
			assertThat(raw.passed()).isZero();
		}
	}

	@Test
	void changesNothingWhenThereIsNothingNew() {
		try (RawFixture raw = new RawFixture(2)) {
			raw.topic.sendAll(0, events(0, 20));
			raw.run();
			List<Map<String, Object>> before = snapshot(raw);
			assertThat(raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(snapshot(raw)).isEqualTo(before);
			raw.topic.sendAll(1, events(20, 25));
			raw.run();
			assertThat(raw.rows()).containsOnly(Map.entry("events", 25L));
		}
	}

	@Test
	void keepsWhatIsNoMessageByteForByte() {
		byte[] large = ("{\"type\":\"event\",\"x\":\"" + "y".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
		byte[] broken = { '{', (byte) 0xff, 0, (byte) 0xfe };
		try (RawFixture raw = new RawFixture(1)) {
			raw.topic.send(0, large);
			raw.topic.send(0, broken);
			raw.topic.send(0, (byte[]) null);
			raw.topic.send(0, "[1,2]");
			raw.topic.send(0, "{\"type\":\"nonsense\"}");
			raw.topic.send(0, "{\"type\":\"event\",\"event_type\":\"search\",\"timestamp\":\"2026-01-01\"}");
			assertThat(raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.jdbc.queryForList("""
					select reason from raw.dead_letters join etl.sources using (source_id)
					where topic = ? order by kafka_offset""", String.class, raw.topic.name()))
				.containsExactly("TOO_LARGE", "NOT_JSON", "NOT_JSON", "NOT_AN_OBJECT", "UNKNOWN_TYPE");
			List<byte[]> payloads = raw.jdbc.queryForList("""
					select payload from raw.dead_letters join etl.sources using (source_id)
					where topic = ? order by kafka_offset""", byte[].class, raw.topic.name());
			assertThat(payloads.get(0)).isEqualTo(large);
			assertThat(payloads.get(1)).isEqualTo(broken);
			assertThat(payloads.get(2)).isNull();
			assertThat(raw.rows()).containsEntry("events", 1L);
			assertThat(raw.accountedFor()).isEqualTo(raw.passed()).isEqualTo(6);
		}
	}

	@Test
	void takesWhatPostgresCannotHoldAsTextOrNumber() {
		try (RawFixture raw = new RawFixture(1)) {
			raw.topic.send(0, """
					{"type":"user_profile","user_id":1,"name":"a\\u0000b\\ud800","odd\\u0000":"\\u0000\\udfff"}""");
			raw.topic
				.send(0, """
						{"type":"user_profile","user_id":1e999999,"far":1e999999,"deep":{"far":-1E+131073,"x":[1e-99999]}}""");
			assertThat(raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.accountedFor()).isEqualTo(raw.passed()).isEqualTo(2);
		}
	}

	@Test
	void boundsChunksByBytes() {
		String padding = "p".repeat(20_000);
		try (RawFixture raw = new RawFixture(1, "cartpulse.raw.chunk-bytes=64KB")) {
			raw.topic.sendAll(0,
					IntStream.range(0, 200)
						.mapToObj((i) -> "{\"type\":\"user_profile\",\"user_id\":1,\"more\":\"" + padding + i + "\"}")
						.toList());
			JobExecution execution = raw.run();
			assertThat(step(execution, "load-raw").getCommitCount()).isGreaterThanOrEqualTo(8);
			assertThat(raw.rows()).containsOnly(Map.entry("user_profiles", 200L));
		}
	}

	@Test
	void readsCommittedRecordsOnlyAndNotesTheRestAsGaps() {
		try (RawFixture raw = new RawFixture(2)) {
			raw.topic.inTransaction(0, true, event(1), event(2));
			raw.topic.inTransaction(0, false, event(3), event(4), event(5));
			raw.topic.inTransaction(0, true, event(6));
			raw.topic.inTransaction(1, false, event(7));
			assertThat(raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).containsOnly(Map.entry("events", 3L));
			assertThat(raw.passed()).isEqualTo(11);
			assertThat(raw.gaps("no_record")).isEqualTo(8);
			assertThat(raw.accountedFor()).isEqualTo(11);
			raw.topic.inTransaction(1, true, event(8));
			raw.run();
			assertThat(raw.rows()).containsOnly(Map.entry("events", 4L));
			assertThat(raw.accountedFor()).isEqualTo(raw.passed()).isEqualTo(13);
		}
	}

	@Test
	void notesWhatRetentionTookAndGoesOn() {
		try (RawFixture raw = new RawFixture(1)) {
			raw.topic.sendAll(0, events(0, 10));
			raw.topic.deleteRecords(0, 4);
			raw.run();
			raw.topic.sendAll(0, events(10, 20));
			raw.topic.deleteRecords(0, 13);
			JobExecution execution = raw.run();
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(execution.getExecutionContext().getLong(FixOffsetsTasklet.RETENTION_GAPS)).isEqualTo(3);
			assertThat(raw.rows()).containsOnly(Map.entry("events", 13L));
			assertThat(raw.gaps("retention")).isEqualTo(7);
			assertThat(raw.accountedFor()).isEqualTo(raw.passed()).isEqualTo(20);
		}
	}

	@Test
	void takesATopicMadeAnewForANewSource() throws InterruptedException {
		try (RawFixture raw = new RawFixture(1)) {
			raw.topic.sendAll(0, events(0, 10));
			raw.run();
			raw.topic.delete();
			raw.topic.recreate(1);
			raw.topic.sendAll(0, events(0, 3));
			assertThat(raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(raw.rows()).containsOnly(Map.entry("events", 13L));
			assertThat(raw.jdbc.queryForObject("select count(*) from etl.sources where topic = ?", Long.class,
					raw.topic.name()))
				.isEqualTo(2);
		}
	}

	@Test
	void tellsLagMonitorsHowFarItIs() throws Exception {
		try (RawFixture raw = new RawFixture(1, "cartpulse.kafka.group=lag-test")) {
			raw.topic.sendAll(0, events(0, 10));
			raw.run();
			try (Admin admin = Admin.create(Map.of("bootstrap.servers", raw.engines.kafkaBootstrapServers()))) {
				Collection<OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("lag-test")
					.partitionsToOffsetAndMetadata()
					.get()
					.values();
				assertThat(offsets).extracting(OffsetAndMetadata::offset).containsExactly(10L);
			}
		}
	}

	static List<String> events(int from, int to) {
		return IntStream.range(from, to).mapToObj(KafkaToRawIntegrationTests::event).toList();
	}

	static String event(int number) {
		return "{\"type\":\"event\",\"event_type\":\"search\",\"timestamp\":\"2026-01-01\",\"event_id\":\"" + number
				+ "\"}";
	}

	private static List<Map<String, Object>> snapshot(RawFixture raw) {
		return raw.jdbc.queryForList("""
				select e.*, o.next_offset, o.updated_at
				from raw.events as e join etl.sources as s using (source_id)
				    join etl.offsets as o using (source_id, kafka_partition)
				where topic = ?
				order by kafka_partition, kafka_offset""", raw.topic.name());
	}

}
