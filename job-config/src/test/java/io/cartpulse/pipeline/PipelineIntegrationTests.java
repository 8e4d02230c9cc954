package io.cartpulse.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.cartpulse.source.ContractField;
import io.cartpulse.source.RecordType;
import io.cartpulse.testing.RawCounts;
import io.cartpulse.testing.StoreMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.testing.JobUnderTest.step;
import static io.cartpulse.testing.StoreMessage.aCampaignEvent;
import static io.cartpulse.testing.StoreMessage.aDeviceOf;
import static io.cartpulse.testing.StoreMessage.aLocationOf;
import static io.cartpulse.testing.StoreMessage.aProfileOf;
import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.aStoreEvent;
import static io.cartpulse.testing.StoreMessage.anItemOf;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

class PipelineIntegrationTests {

	private static final ExpectedFigures EXPECTED = EdgeRecord.expected();

	@Test
	void givesTheFiguresThatWereWorkedOutForItAndTheSameOnASecondReplay() {
		try (PipelineFixture pipeline = new PipelineFixture(1)) {
			send(pipeline, EdgeRecord.all());
			pipeline.run();
			assertAsExpected(pipeline);
			Map<String, List<String>> dds = pipeline.dds.everything();
			Map<String, Map<String, JsonNode>> marts = pipeline.marts();
			List<JsonNode> builds = pipeline.builds();
			send(pipeline, EdgeRecord.all());
			pipeline.run();
			assertThat(pipeline.raw.passed()).isEqualTo(2 * EdgeRecord.all().size())
				.isEqualTo(pipeline.raw.accountedFor());
			assertThat(pipeline.dds.everything()).isEqualTo(dds);
			assertThat(pipeline.marts()).isEqualTo(marts);
			assertThat(pipeline.builds()).isEqualTo(builds);
			assertThat(pipeline.quarantined()).isEqualTo(twice(EXPECTED.counts("quarantine")));
			assertThat(pipeline.orphans()).isEqualTo(twice(EXPECTED.counts("orphans")));
		}
	}

	@Test
	void givesTheSameFiguresHoweverTheRecordsCome() {
		Map<String, List<String>> inOrder;
		Map<String, Map<String, JsonNode>> martsInOrder;
		try (PipelineFixture pipeline = new PipelineFixture(1)) {
			send(pipeline, EdgeRecord.all());
			pipeline.run();
			inOrder = pipeline.dds.meaning();
			martsInOrder = pipeline.marts();
		}
		try (PipelineFixture pipeline = new PipelineFixture(6)) {
			Random random = new Random(7);
			for (List<EdgeRecord> part : shuffled(random, 7)) {
				part.forEach((record) -> pipeline.topic.send(random.nextInt(6), record.timestamp(), record.value()));
				pipeline.topic.flush();
				pipeline.run();
			}
			assertAsExpected(pipeline);
			assertThat(pipeline.dds.meaning()).isEqualTo(inOrder);
			assertThat(pipeline.marts()).isEqualTo(martsInOrder);
		}
	}

	@Test
	void completesOnAnEmptyTopicAndChangesNothingTheNextTime() {
		try (PipelineFixture pipeline = new PipelineFixture(2)) {
			pipeline.run();
			assertThat(pipeline.raw.passed()).isZero();
			assertThat(pipeline.marts().values()).allMatch(Map::isEmpty);
			List<JsonNode> builds = pipeline.builds();
			JobExecution second = pipeline.run();
			assertThat(second.getStepExecutions())
				.allMatch((step) -> step.getReadCount() == 0 && step.getWriteCount() == 0);
			assertThat(pipeline.builds()).isEqualTo(builds);
		}
	}

	@Test
	void givesTheSameFiguresAfterRunsThatFailedAndWereNeverTakenUpAgain() {
		try (PipelineFixture pipeline = new PipelineFixture(1)) {
			List<List<EdgeRecord>> parts = shuffled(new Random(8), 3);
			send(pipeline, parts.get(0));
			failAt(pipeline, "campaign_events", "first");
			send(pipeline, parts.get(1));
			failAt(pipeline, "events", "second");
			send(pipeline, parts.get(2));
			pipeline.run();
			assertAsExpected(pipeline);
		}
	}

	@Test
	void goesOnInTheStageThatFailed() {
		try (PipelineFixture pipeline = new PipelineFixture(1)) {
			send(pipeline, EdgeRecord.all());
			failAt(pipeline, "orders", "crash");
			assertThat(pipeline.raw.passed()).isEqualTo(EdgeRecord.all().size());
			assertThat(pipeline.marts().values()).allMatch(Map::isEmpty);
			JobExecution restarted = pipeline.run("crash");
			assertThat(step(restarted, "load-orders").getReadCount()).isEqualTo(12);
			assertThat(restarted.getStepExecutions())
				.noneMatch((step) -> step.getStepName().equals("load-user-profiles"));
			assertAsExpected(pipeline);
		}
	}

	@Test
	void losesNothingOfATopicFullOfGarbage() {
		try (PipelineFixture pipeline = new PipelineFixture(3)) {
			Map<String, Long> refused = sendStructuresForScalars(pipeline, 0);
			sendWrongScalars(pipeline, 1);
			pipeline.topic.inTransaction(2, false, anOrder(1).json(), "also rubbish");
			Map<String, Long> deadLetters = sendWhatIsNoMessage(pipeline, 2);
			pipeline.run();
			assertThat(pipeline.raw.passed()).isEqualTo(pipeline.raw.accountedFor());
			assertThat(pipeline.raw.gaps("no_record")).isEqualTo(3);
			assertThat(pipeline.deadLetters()).isEqualTo(deadLetters);
			assertThat(pipeline.counts("""
					select concat_ws('|', record_type, reason, field), count(*)
					from dds.quarantine
					where kafka_partition = 0
					group by record_type, reason, field""")).isEqualTo(refused);
			assertThat(pipeline.counts("select distinct reason, 1 from dds.quarantine"))
				.containsOnlyKeys("FUTURE_TIMESTAMP", "INVALID_VALUE", "MISSING_FIELD", "ORPHAN", "UNKNOWN_EVENT_TYPE");
			assertThat(pipeline.counts("select 'ended', sum(records) from etl.reconciliation where stage = 'dds'"))
				.containsEntry("ended", pipeline.raw.messages().values().stream().mapToLong(Long::longValue).sum());
			assertThat(pipeline.counts(
					"select outcome, sum(records) from etl.reconciliation where outcome = 'quarantined' group by 1"))
				.isEqualTo(pipeline.counts("select 'quarantined', count(*) from dds.quarantine"));
		}
	}

	private static void assertAsExpected(PipelineFixture pipeline) {
		assertThat(pipeline.raw.messages()).isEqualTo(EXPECTED.counts("raw")).containsOnlyKeys(RawCounts.TABLES);
		assertThat(pipeline.raw.passed()).isEqualTo(EdgeRecord.all().size()).isEqualTo(pipeline.raw.accountedFor());
		assertThat(pipeline.deadLetters()).isEqualTo(EXPECTED.counts("dead_letters"));
		assertThat(pipeline.quarantined()).isEqualTo(EXPECTED.counts("quarantine"));
		assertThat(pipeline.orphans()).isEqualTo(EXPECTED.counts("orphans"));
		assertThat(pipeline.ddsRows()).isEqualTo(EXPECTED.counts("dds"));
		assertThat(EXPECTED.marts()).hasSize(9);
		assertThat(
				EXPECTED.marts().stream().flatMap((mart) -> EXPECTED.differences(mart, pipeline.mart(mart)).stream()))
			.isEmpty();
	}

	/** Runs while a table of DDS takes no rows. */
	private static void failAt(PipelineFixture pipeline, String table, String run) {
		pipeline.jdbc.execute("alter table dds." + table + " add constraint boom check (load_id < 0) not valid");
		assertThat(pipeline.launch(run).getStatus()).isEqualTo(BatchStatus.FAILED);
		pipeline.jdbc.execute("alter table dds." + table + " drop constraint boom");
	}

	private static List<List<EdgeRecord>> shuffled(Random random, int parts) {
		List<EdgeRecord> records = new ArrayList<>(EdgeRecord.all());
		Collections.shuffle(records, random);
		return IntStream.range(0, parts)
			.mapToObj((part) -> records.subList(records.size() * part / parts, records.size() * (part + 1) / parts))
			.toList();
	}

	private static void send(PipelineFixture pipeline, List<EdgeRecord> records) {
		records.forEach((record) -> pipeline.topic.send(0, record.timestamp(), record.value()));
		pipeline.topic.flush();
	}

	/**
	 * Each field of each type once as an object: present, but unreadable.
	 * @return what is to be refused, the rest is to be repaired
	 */
	private static Map<String, Long> sendStructuresForScalars(PipelineFixture pipeline, int partition) {
		Map<String, Long> refused = new TreeMap<>();
		List<String> messages = new ArrayList<>();
		oneOfEach().forEach((type, message) -> {
			for (ContractField field : type.fields()) {
				messages.add(message.with(field.name(), Map.of("a", 1)).json());
				if (field.required() || field.name().equals("user_id")
						|| (type == RecordType.ORDER_ITEM && field.name().equals("quantity"))) {
					refused.put(type.wireName() + "|INVALID_VALUE|" + field.name(), 1L);
				}
			}
			messages.add(message.with("event_id", List.of(1)).json());
		});
		pipeline.topic.sendAll(partition, messages);
		return refused;
	}

	private static void sendWrongScalars(PipelineFixture pipeline, int partition) {
		List<Object> wrong = List.of(true, "", "x", "\u0000", -1, "1e999999999", 1e300, "9".repeat(300),
				"x".repeat(600), "2999-01-01T00:00:00Z", "0000-00-00");
		List<String> messages = new ArrayList<>();
		oneOfEach().forEach((type, message) -> type.fields().forEach((field) -> {
			wrong.forEach((value) -> messages.add(message.with(field.name(), value).json()));
			messages.add(message.with(field.name(), null).json());
		}));
		messages.add(anItemOf(404).json());
		pipeline.topic.sendAll(partition, messages);
	}

	/** Returns how many dead letters of each reason they are to become. */
	private static Map<String, Long> sendWhatIsNoMessage(PipelineFixture pipeline, int partition) {
		pipeline.topic.sendAll(partition,
				List.of("", "not json", "{", "{\"type\":\"order\"} {}", "{\"type\":\"event\",\"cost_usd\":NaN}", "null",
						"[".repeat(501) + "]".repeat(501), "[1,2]", "\"text\"", "42", "true", "{}",
						"{\"type\":\"refund\"}", "{\"type\":[\"event\"]}", "{\"type\":7}"));
		pipeline.topic.send(partition, new byte[] { '{', (byte) 0xff, '}' });
		pipeline.topic.send(partition, (byte[]) null);
		pipeline.topic.send(partition, anOrder(1).with("note", "n".repeat(2 << 20)).json());
		pipeline.topic.send(partition, "n".repeat(2 << 20).getBytes(StandardCharsets.UTF_8));
		return Map.of("NOT_JSON", 9L, "NOT_AN_OBJECT", 4L, "UNKNOWN_TYPE", 4L, "TOO_LARGE", 2L);
	}

	/** A valid message of each type, each with all the fields of its type. */
	private static Map<RecordType, StoreMessage> oneOfEach() {
		Map<RecordType, StoreMessage> messages = new TreeMap<>();
		messages.put(RecordType.USER_PROFILE, aProfileOf(1));
		messages.put(RecordType.USER_DEVICE, aDeviceOf(1, "mobile"));
		messages.put(RecordType.USER_LOCATION, aLocationOf(1).with("city", "Rome").with("country", "Italy"));
		messages.put(RecordType.EVENT, aStoreEvent("purchase").byUser(1).inSession(1).ofOrder(1).ofProduct(1));
		messages.put(RecordType.ORDER, anOrder(1).byUser(1));
		messages.put(RecordType.ORDER_ITEM, anItemOf(1));
		messages.put(RecordType.ORDER_STATUS, aStatusOf(1, "success"));
		messages.put(RecordType.CAMPAIGN_EVENT, aCampaignEvent("c", "click").byUser(1));
		assertThat(messages).containsOnlyKeys(RecordType.values());
		return messages;
	}

	private static Map<String, Long> twice(Map<String, Long> counts) {
		Map<String, Long> doubled = new TreeMap<>(counts);
		doubled.replaceAll((name, count) -> 2 * count);
		return doubled;
	}

}
