package io.cartpulse.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.cartpulse.generator.EventPublisher;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what people do with dead letters, on the real topic.
 */
class DeadLetterReplayIntegrationTests {

	private static final String PATH = "/api/v1/dead-letters";

	private static final String ALL_OF_RAW = """
			select kafka_partition, kafka_offset, kafka_timestamp, extra ->> 'note' as note from raw.%s
			where extra ->> 'note' = ?""";

	private final RunningStore store = RunningStore.start();

	private final ApiClient admin = this.store.as("admin");

	private final ApiClient operator = this.store.as("operator");

	@Test
	void anEditedLetterBecomesARecordOfItsOwnKeyAndTime() {
		String id = letter("7", "{\"type\": \"signup\", \"user_id\": 7, \"note\": \"broken off");
		String mended = "{\"type\": \"signup\", \"user_id\": 7, \"note\": \"mended\", \"timestamp\": \"2026-01-20\"}";
		JsonNode edited = this.admin.put(PATH + "/" + id + "/payload", mended).json();
		assertThat(edited.get("change").get("edited").get("value").asString()).isEqualTo(mended);
		assertThat(edited.get("change").get("madeBy").asString()).isEqualTo("admin");
		assertThat(edited.get("payload").get("value").asString()).endsWith("broken off");

		assertThat(results("replay", id)).containsExactly(Map.of("id", id, "done", "true"));
		JsonNode sent = this.admin.get(PATH + "/" + id).json();
		assertThat(sent.get("state").asString()).isEqualTo("resent");
		JsonNode sentAs = sent.get("change").get("sentAs");
		assertThat(sentAs.get("partition")).isEqualTo(sent.get("origin").get("partition"));
		assertThat(sentAs.get("offset").asLong()).isGreaterThan(sent.get("origin").get("offset").asLong());

		this.store.runPipeline();
		List<Map<String, Object>> rows = rows("events", "mended");
		assertThat(rows).hasSize(1);
		assertThat(rows.get(0)).containsEntry("kafka_offset", sentAs.get("offset").asLong());
		assertThat(this.store.jdbc()
			.queryForObject(
					"""
							select count(*) from raw.events as event join raw.dead_letters as letter using (source_id, kafka_timestamp)
							where event.extra ->> 'note' = 'mended'""",
					Long.class))
			.as("with the letter's timestamp")
			.isOne();
		assertThat(this.admin.get("/api/v1/reconciliation").json().get("balanced").asBoolean()).isTrue();
	}

	@Test
	void aLetterIsSentOnceOnly() {
		String id = letter(null, "[]");
		this.admin.put(PATH + "/" + id + "/payload",
				"{\"type\": \"campaign_event\", \"campaign_id\": \"c\", \"action\": \"view\", \"note\": \"once\"}");
		results("replay", id);
		assertThat(results("replay", id)).containsExactly(Map.of("id", id, "done", "false", "code", "state-forbids"));
		assertThat(results("discard", id)).containsExactly(Map.of("id", id, "done", "false", "code", "state-forbids"));
		assertThat(this.admin.put(PATH + "/" + id + "/payload", "{\"type\": \"signup\"}").code())
			.isEqualTo("state-forbids");
		this.store.runPipeline();
		assertThat(rows("campaign_events", "once")).hasSize(1);
	}

	@Test
	void whatHadNoAnswerIsSentAgainWhenTheTimeForItIsOver() {
		String id = letter(null, "\"no answer\"");
		this.admin.put(PATH + "/" + id + "/payload",
				"{\"type\": \"campaign_event\", \"campaign_id\": \"c\", \"action\": \"view\", \"note\": \"silence\"}");
		this.store.jdbc()
			.update("update etl.dead_letter_states set state = 'sending', changed_at = now()"
					+ " where sent_offset is null and convert_from(edited, 'UTF8') like '%silence%'");
		assertThat(results("replay", id)).containsExactly(Map.of("id", id, "done", "false", "code", "state-forbids"));
		assertThat(this.admin.put(PATH + "/" + id + "/payload", "{\"type\": \"signup\"}").code())
			.as("the first may have arrived")
			.isEqualTo("state-forbids");
		this.store.jdbc()
			.update("update etl.dead_letter_states set changed_at = now() - interval '1 hour'"
					+ " where state = 'sending'");
		assertThat(results("replay", id)).containsExactly(Map.of("id", id, "done", "true"));
	}

	@Test
	void whatWouldBeADeadLetterAgainIsNotSent() {
		String id = letter(null, "{\"type\": \"frob\"}");
		ApiClient.Answer refused = this.admin.put(PATH + "/" + id + "/payload", "{\"type\": \"frob\", \"a\": 1}");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("It would be a dead letter again");
		assertThat(results("replay", id, "1-0-987654321")).containsExactly(
				Map.of("id", id, "done", "false", "code", "unusable-value"),
				Map.of("id", "1-0-987654321", "done", "false", "code", "unknown-record"));
		assertThat(this.admin.get(PATH + "/" + id).json().get("state").asString()).isEqualTo("open");
	}

	@Test
	void aFilterDiscardsItsKindAlone() {
		String wanted = letter(null, "{\"type\": \"frobs\"}");
		String other = letter(null, "no JSON");
		JsonNode outcome = this.operator.post(PATH + "/discard", "{\"filter\": {\"reason\": \"UNKNOWN_TYPE\"}}").json();
		assertThat(outcome.get("results")).extracting((one) -> one.get("id").asString())
			.contains(wanted)
			.doesNotContain(other);
		assertThat(ids("discarded")).contains(wanted);
		assertThat(ids("open")).contains(other).doesNotContain(wanted);
		JsonNode audited = this.admin.get("/api/v1/audit?action=dead-letter.discard&limit=1")
			.json()
			.get("items")
			.get(0);
		assertThat(audited.get("actor").asString()).isEqualTo("operator");
		assertThat(audited.get("detail").asString()).contains(wanted);
	}

	@Test
	void rolesAndChoicesAreChecked() {
		String one = "{\"ids\": [\"1-0-1\"]}";
		assertThat(this.store.as("viewer").post(PATH + "/replay", one).code()).isEqualTo("forbidden");
		assertThat(this.operator.put(PATH + "/1-0-1/payload", "{}").code()).isEqualTo("forbidden");
		for (String body : new String[] { "{}", "{\"ids\": []}", "{\"ids\": [\"1-0-1\"], \"filter\": {}}",
				"{\"filter\": {\"state\": \"resent\"}}" }) {
			assertThat(this.operator.post(PATH + "/replay", body).code()).as(body).isEqualTo("unusable-value");
		}
		assertThat(this.operator.post(PATH + "/replay", "{\"ids\": [\"frob\"]}").code()).isEqualTo("unknown-record");
		assertThat(this.admin.put(PATH + "/1-0-987654321/payload", "{\"type\": \"signup\"}").code())
			.isEqualTo("unknown-record");
	}

	/** Publishes what is no message, and gives the letter that it has become. */
	private String letter(String key, String value) {
		List<String> before = ids("open");
		try (EventPublisher publisher = this.store.publisher()) {
			publisher.publish(key, value.getBytes(StandardCharsets.UTF_8));
			publisher.flush();
		}
		this.store.runPipeline();
		List<String> after = ids("open");
		assertThat(after).hasSize(before.size() + 1);
		return after.stream().filter((id) -> !before.contains(id)).findFirst().orElseThrow();
	}

	private List<String> ids(String state) {
		return this.admin.get(PATH + "?limit=200&state=" + state)
			.json()
			.get("items")
			.valueStream()
			.map((letter) -> letter.get("id").asString())
			.toList();
	}

	private List<Map<String, String>> results(String action, String... ids) {
		ApiClient.Answer answer = this.operator.post(PATH + "/" + action,
				"{\"ids\": [\"" + String.join("\", \"", ids) + "\"]}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().get("results").valueStream().map((result) -> {
			String done = result.get("done").asString();
			return result.get("code").isNull() ? Map.of("id", result.get("id").asString(), "done", done)
					: Map.of("id", result.get("id").asString(), "done", done, "code", result.get("code").asString());
		}).toList();
	}

	private List<Map<String, Object>> rows(String table, String note) {
		return this.store.jdbc().queryForList(ALL_OF_RAW.formatted(table), note);
	}

}
