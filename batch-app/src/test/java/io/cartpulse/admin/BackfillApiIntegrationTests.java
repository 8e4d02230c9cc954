package io.cartpulse.admin;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what the backfills' calls take and refuse; ClickHouse is away.
 */
class BackfillApiIntegrationTests {

	private static final String PATH = "/api/v1/backfills";

	private final RunningApi api = RunningApi.shared();

	private final ApiClient operator = this.api.as("operator");

	@Test
	void aBackfillIsARunOfDdsToClickHouseForTheDays() {
		ApiClient.Answer launched = this.operator.post(PATH, """
				{"from": "2026-01-20", "to": "2026-01-22", "stage": "mart"}""");
		assertThat(launched.status()).isEqualTo(202);
		JsonNode execution = this.operator.get(launched.header("Location")).json();
		assertThat(execution.get("job").asString()).isEqualTo("dds-to-clickhouse");
		assertThat(execution.get("parameters").get("from").asString()).isEqualTo("2026-01-20");
		assertThat(execution.get("parameters").get("to").asString()).isEqualTo("2026-01-22");
		assertThat(execution.get("reason").asString()).isEqualTo("backfill of 2026-01-20 to 2026-01-22");
		JsonNode audited = this.operator.get("/api/v1/audit?action=execution.launch&limit=1").json();
		assertThat(audited.get("items").get(0).get("detail").asString()).contains("backfill of 2026-01-20");
	}

	@Test
	void daysThatCannotBeBuiltAreRefused() {
		for (String path : new String[] { PATH, PATH + "/dry-run" }) {
			for (String body : new String[] { "{}", "{\"to\": \"2026-01-20\"}",
					"{\"from\": \"2026-01-20\", \"to\": \"2026-01-19\"}",
					"{\"from\": \"2026-01-01\", \"to\": \"2027-01-02\"}",
					"{\"from\": \"2026-01-20\", \"stage\": \"dds\"}" }) {
				assertThat(this.operator.post(path, body).code()).as(body).isEqualTo("unusable-value");
			}
			assertThat(this.operator.post(path, "{\"from\": \"yesterday\"}").code()).isEqualTo("malformed-body");
			assertThat(this.api.as("viewer").post(path, "{\"from\": \"2026-01-20\"}").code()).isEqualTo("forbidden");
		}
	}

	@Test
	void aDryRunNeedsClickHouse() {
		ApiClient.Answer answer = this.operator.post(PATH + "/dry-run", "{\"from\": \"2026-01-20\"}");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.code()).isEqualTo("clickhouse-down");
	}

}
