package io.cartpulse.admin;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the schedules' calls.
 */
class ScheduleApiIntegrationTests {

	private static final String PATH = "/api/v1/schedules/raw-to-dds";

	private final RunningApi api = RunningApi.shared();

	private final ApiClient admin = this.api.as("admin");

	@BeforeEach
	@AfterEach
	void forgetSchedules() {
		this.api.jdbc().execute("truncate quartz.qrtz_job_details cascade");
	}

	@Test
	void tellsTheNextFiveTimesAndTheScheduleInWords() {
		JsonNode schedules = this.api.as("viewer").get("/api/v1/schedules").json();
		assertThat(schedules).extracting((schedule) -> schedule.get("job").asString())
			.contains("pipeline", "kafka-to-raw", "raw-to-dds", "dds-to-clickhouse", "refresh-reference-data");
		JsonNode hourly = this.api.as("viewer").get(PATH).json();
		assertThat(hourly.get("cron").asString()).isEqualTo("0 10 * * * ?");
		assertThat(hourly.get("words").asString()).isNotBlank();
		assertThat(hourly.get("changed").asBoolean()).isFalse();
		assertThat(hourly.get("next")).hasSize(5).allSatisfy((time) -> assertThat(time.asString()).endsWith(":10:00Z"));
	}

	@Test
	void anAdminChangesAScheduleAndTheJobTellsItsNextRun() {
		ApiClient.Answer changed = this.admin.put(PATH, """
				{"cron": "30 4 * * *", "zone": "Europe/Berlin", "enabled": true}""");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.json().get("zone").asString()).isEqualTo("Europe/Berlin");
		assertThat(changed.json().get("changed").asBoolean()).isTrue();
		assertThat(this.admin.get(PATH).json()).isEqualTo(changed.json());
		assertThat(this.admin.get("/api/v1/jobs/raw-to-dds").json().get("nextRun"))
			.isEqualTo(changed.json().get("next").get(0));
		JsonNode audited = this.admin.get("/api/v1/audit?actor=admin&action=schedule.change&limit=1").json();
		assertThat(audited.get("items").get(0).get("target").asString()).isEqualTo("raw-to-dds");
		assertThat(audited.get("items").get(0).get("outcome").asString()).isEqualTo("done");
		assertThat(audited.get("items").get(0).get("detail").asString()).contains("30 4 * * *", "Europe/Berlin");
	}

	@Test
	void aPausedJobKeepsItsTimesAndHasNoNextRun() {
		JsonNode paused = this.admin.put(PATH, "{\"enabled\": false}").json();
		assertThat(paused.get("cron").asString()).isEqualTo("0 10 * * * ?");
		assertThat(paused.get("next")).isEmpty();
		assertThat(this.admin.get("/api/v1/jobs/raw-to-dds").json().get("nextRun").isNull()).isTrue();
		assertThat(this.admin.put(PATH, "{\"enabled\": true}").json().get("next")).hasSize(5);
	}

	@Test
	void whatCannotBeIsRefusedAndChangesNothing() {
		JsonNode before = this.admin.get(PATH).json();
		for (String body : new String[] { "{\"cron\": \"61 * * * *\"}", "{\"cron\": \"\"}", "{\"cron\": \"frob\"}",
				"{\"zone\": \"Mars/Olympus\"}", "{\"cron\": \"0 0 0 30 2 ?\"}", "{}" }) {
			ApiClient.Answer refused = this.admin.put(PATH, body);
			assertThat(refused.status()).as(body).isEqualTo(422);
			assertThat(refused.code()).isEqualTo("unusable-value");
		}
		assertThat(this.admin.put(PATH, "{\"crown\": \"* * * * *\"}").code()).isEqualTo("malformed-body");
		assertThat(this.admin.get(PATH).json()).isEqualTo(before);
		JsonNode audited = this.admin.get("/api/v1/audit?action=schedule.change&limit=1").json();
		assertThat(audited.get("items").get(0).get("outcome").asString()).isEqualTo("unusable-value");
	}

	@Test
	void onlyAnAdminMayChangeAndOnlyJobsThatHaveASchedule() {
		assertThat(this.api.as("operator").put(PATH, "{\"enabled\": false}").code()).isEqualTo("forbidden");
		assertThat(this.api.nobody().put(PATH, "{\"enabled\": false}").code()).isEqualTo("unauthenticated");
		assertThat(this.admin.put("/api/v1/schedules/frob", "{\"enabled\": false}").code()).isEqualTo("unknown-job");
		assertThat(this.admin.put("/api/v1/schedules/init-dwh", "{\"enabled\": false}").code())
			.isEqualTo("no-schedule");
		assertThat(this.admin.get("/api/v1/schedules/init-dwh").status()).isEqualTo(404);
	}

}
