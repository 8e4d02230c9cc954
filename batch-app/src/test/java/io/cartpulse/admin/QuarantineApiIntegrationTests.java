package io.cartpulse.admin;

import java.util.List;
import java.util.Set;

import io.cartpulse.batch.Layer;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what can be done with quarantined records, and by whom.
 */
class QuarantineApiIntegrationTests {

	private static final String PATH = "/api/v1/quarantine";

	private final RunningApi api = RunningApi.shared();

	private final ApiClient operator = this.api.as("operator");

	private final ApiClient admin = this.api.as("admin");

	private final JdbcTemplate jdbc = this.api.jdbc();

	@BeforeEach
	void emptyTables() {
		this.jdbc.execute("truncate dds.quarantine, etl.corrections, etl.audit restart identity");
		this.jdbc
			.update("""
					insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
					    field, message, payload, load_id, state)
					select 1, 0, number, now(), case when number <= 3 then 'order' else 'event' end, 'INVALID_VALUE', 'f', 'm',
					    '{"type": "order"}', 1, case number when 3 then 'resolved' else 'open' end
					from generate_series(1, 4) as number""");
	}

	@Test
	void givesUpOpenRecordsAndSaysWhatBecameOfEach() {
		ApiClient.Answer discarded = this.operator.post(PATH + "/discard", "{\"ids\": [1, 3, 99, 1]}");
		assertThat(discarded.status()).isEqualTo(200);
		JsonNode results = discarded.json().get("results");
		assertThat(results).extracting((result) -> result.get("id").asLong()).containsExactly(1L, 3L, 99L);
		assertThat(results).extracting((result) -> result.get("done").asBoolean()).containsExactly(true, false, false);
		assertThat(results.get(1).get("code").asString()).isEqualTo("state-forbids");
		assertThat(results.get(2).get("code").asString()).isEqualTo("unknown-record");
		assertThat(states()).containsExactly("discarded", "open", "resolved", "open");
		assertThat(this.jdbc.queryForList("select made_by from etl.corrections", String.class))
			.containsExactly("operator");
		JsonNode audited = audited("quarantine.discard");
		assertThat(audited.get("detail").asString()).isEqualTo("[1, 3, 99]");
		assertThat(audited.get("outcome").asString()).isEqualTo("partly");
		this.operator.post(PATH + "/discard", "{\"ids\": [2]}");
		assertThat(audited("quarantine.discard").get("outcome").asString()).isEqualTo("done");
		this.operator.post(PATH + "/discard", "{\"ids\": [2]}");
		assertThat(audited("quarantine.discard").get("outcome").asString()).isEqualTo("state-forbids");
	}

	@Test
	void aNumberWithAFractionIsNoId() {
		ApiClient.Answer answer = this.operator.post(PATH + "/discard", "{\"ids\": [1.5]}");
		assertThat(answer.code()).isEqualTo("malformed-body");
		assertThat(states()).containsExactly("open", "open", "resolved", "open");
	}

	@Test
	void aFilterChoosesOpenRecordsAlone() {
		JsonNode discarded = this.operator.post(PATH + "/discard", "{\"filter\": {\"type\": \"order\"}}").json();
		assertThat(discarded.get("results")).extracting((result) -> result.get("id").asLong()).containsExactly(1L, 2L);
		assertThat(states()).containsExactly("discarded", "discarded", "resolved", "open");
		assertThat(audited("quarantine.discard").get("target").asString()).isEqualTo("open records, type=order");
	}

	@Test
	void aFilterThatFindsMoreThanACallTakesSaysSo() {
		this.jdbc
			.update("""
					insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
					    field, message, payload, load_id)
					select 2, 0, number, now(), 'order', 'ORPHAN', 'f', 'm', '{}', 1 from generate_series(1, 1001) as number""");
		String body = "{\"filter\": {\"state\": \"open\", \"reason\": \"ORPHAN\"}}";
		JsonNode first = this.operator.post(PATH + "/discard", body).json();
		assertThat(first.get("more").asBoolean()).isTrue();
		assertThat(first.get("results")).hasSize(1000);
		JsonNode second = this.operator.post(PATH + "/discard", body).json();
		assertThat(second.get("more").asBoolean()).isFalse();
		assertThat(second.get("results")).hasSize(1);
	}

	@Test
	void aReplayNamesTheExecutionAndMarksTheRecords() {
		ApiClient.Answer replayed = this.operator.post(PATH + "/replay", "{\"ids\": [1]}");
		assertThat(replayed.status()).isEqualTo(202);
		JsonNode execution = this.operator.get(replayed.header("Location")).json();
		assertThat(execution.get("job").asString()).isEqualTo("retry-quarantine");
		assertThat(execution.get("parameters").get("which").asString()).isEqualTo("requested");
		assertThat(execution.get("startedBy").asString()).isEqualTo("operator");
		assertThat(this.jdbc.queryForList("select id from dds.quarantine where requested order by id", Long.class))
			.containsExactly(1L);
		assertThat(this.operator.post(PATH + "/replay", "{\"ids\": [3, 99]}").status()).isEqualTo(200);
		assertThat(audited("quarantine.replay").get("actor").asString()).isEqualTo("operator");
	}

	@Test
	void aReplayThatMeetsAHeldLayerIsRefusedAndItsRecordsStayMarked() {
		LayerLocks.Held held = this.api.get(LayerLocks.class).take(Set.of(Layer.DDS), "somebody else");
		try {
			ApiClient.Answer refused = this.operator.post(PATH + "/replay", "{\"ids\": [1, 2]}");
			assertThat(refused.status()).isEqualTo(409);
			assertThat(refused.code()).isEqualTo("layer-held");
			assertThat(refused.json().get("detail").asString()).contains("somebody else", "stay marked");
		}
		finally {
			held.close();
		}
		assertThat(audited("quarantine.replay").get("outcome").asString()).isEqualTo("layer-held");
		assertThat(this.jdbc.queryForList("select id from dds.quarantine where requested order by id", Long.class))
			.containsExactly(1L, 2L);
	}

	@Test
	void whatCannotBeChosenIsRefused() {
		for (String body : new String[] { "{}", "{\"ids\": []}", "{\"ids\": [null]}", "{\"ids\": [1], \"filter\": {}}",
				"{\"filter\": {\"state\": \"resolved\"}}" }) {
			assertThat(this.operator.post(PATH + "/discard", body).code()).as(body).isEqualTo("unusable-value");
			assertThat(this.operator.post(PATH + "/replay", body).code()).as(body).isEqualTo("unusable-value");
		}
		assertThat(this.operator.post(PATH + "/discard", "{\"ids\": [\"x\"]}").code()).isEqualTo("malformed-body");
		assertThat(this.operator.post(PATH + "/discard", "{\"filter\": {\"stat\": 1}}").code())
			.isEqualTo("malformed-body");
		assertThat(states()).containsExactly("open", "open", "resolved", "open");
	}

	@Test
	void anEditIsShownBesideWhatWasReceived() {
		String payload = """
				{"type": "order", "order_id": "7", "order_ts": "2026-01-01", "total_usd": "1", "note": "<b>"}""";
		JsonNode edited = this.admin.put(PATH + "/1/payload", payload).json();
		assertThat(edited.get("payload").get("note").asString()).isEqualTo("<b>");
		assertThat(edited.get("correction").get("madeBy").asString()).isEqualTo("admin");
		assertThat(audited("quarantine.edit").get("target").asString()).isEqualTo("record 1");
	}

	@Test
	void anEditThatCannotBeChangesNothing() {
		for (String payload : new String[] { "[]", "1", "{\"type\": \"event\"}", "{\"type\": \"frob\"}",
				"{\"type\": \"order\", \"note\": \"\\u0000\"}", "{\"type\": \"order\", \"note\": \"\\ud800\"}",
				"{\"type\": \"order\"", "{\"type\": \"order\", \"n\": NaN}" }) {
			ApiClient.Answer refused = this.admin.put(PATH + "/1/payload", payload);
			assertThat(refused.code()).as(payload).isEqualTo("unusable-value");
		}
		assertThat(this.admin.put(PATH + "/3/payload", "{\"type\": \"order\"}").json().get("allowedStates"))
			.extracting(JsonNode::asString)
			.containsExactly("open");
		assertThat(this.admin.put(PATH + "/99/payload", "{\"type\": \"order\"}").code()).isEqualTo("unknown-record");
		assertThat(this.jdbc.queryForList("select * from etl.corrections")).isEmpty();
		assertThat(audited("quarantine.edit").get("outcome").asString()).isEqualTo("unknown-record");
	}

	@Test
	void rolesSayWhoMayDoIt() {
		ApiClient viewer = this.api.as("viewer");
		assertThat(viewer.post(PATH + "/replay", "{\"ids\": [1]}").code()).isEqualTo("forbidden");
		assertThat(viewer.post(PATH + "/discard", "{\"ids\": [1]}").code()).isEqualTo("forbidden");
		assertThat(this.operator.put(PATH + "/1/payload", "{\"type\": \"order\"}").code()).isEqualTo("forbidden");
		assertThat(this.api.nobody().post(PATH + "/replay", "{\"ids\": [1]}").code()).isEqualTo("unauthenticated");
		assertThat(states()).containsExactly("open", "open", "resolved", "open");
	}

	private List<String> states() {
		return this.jdbc.queryForList("select state from dds.quarantine order by id", String.class);
	}

	private JsonNode audited(String action) {
		return this.admin.get("/api/v1/audit?limit=1&action=" + action).json().get("items").get(0);
	}

}
