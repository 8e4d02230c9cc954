package io.cartpulse.admin;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each call of the description refuses whom it should, always with a problem.
 */
class RefusalsIntegrationTests {

	private static final Set<String> FOR_ADMINS = Set.of("PUT /api/v1/schedules/1", "PUT /api/v1/quarantine/1/payload",
			"POST /api/v1/alerts/test");

	private final RunningApi api = RunningApi.shared();

	@Test
	void nobodyIsLetInAnywhere() {
		assertThat(calls()).hasSizeGreaterThan(30).allSatisfy((call) -> {
			ApiClient.Answer answer = call.send(this.api.nobody());
			assertThat(answer.status()).as(call.toString()).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("unauthenticated");
		});
	}

	@Test
	void aViewerChangesNothing() {
		assertThat(calls()).filteredOn(Call::isChange).hasSizeGreaterThan(10).allSatisfy((call) -> {
			ApiClient.Answer answer = call.send(this.api.as("viewer"));
			assertThat(answer.status()).as(call.toString()).isEqualTo(403);
			assertThat(answer.code()).isEqualTo("forbidden");
		});
	}

	@Test
	void anOperatorIsNoAdmin() {
		assertThat(calls()).filteredOn((call) -> FOR_ADMINS.contains(call.toString()))
			.hasSameSizeAs(FOR_ADMINS)
			.allSatisfy((call) -> assertThat(call.send(this.api.as("operator")).code()).as(call.toString())
				.isEqualTo("forbidden"));
	}

	@Test
	void aChangeWithoutAReadableBodyIsRefused() {
		assertThat(calls()).filteredOn(Call::hasBody).isNotEmpty().allSatisfy((call) -> {
			assertThat(call.send(this.api.as("admin"), "{").status()).as(call.toString()).isIn(400, 404, 422);
			assertThat(call.send(this.api.as("admin"), "{").code()).as(call.toString()).isNotEmpty();
		});
	}

	@Test
	void eachListRefusesAPageThatCannotBe() {
		assertThat(calls()).filteredOn(Call::isPaged).hasSizeGreaterThan(3).allSatisfy((call) -> {
			ApiClient viewer = this.api.as("viewer");
			assertThat(viewer.get(call.path() + "?limit=201").code()).isEqualTo("malformed-parameter");
			assertThat(viewer.get(call.path() + "?limit=x").code()).isEqualTo("malformed-parameter");
			assertThat(viewer.get(call.path() + "?cursor=frob").code()).isEqualTo("malformed-cursor");
		});
	}

	@Test
	void whatIsNotThereIsToldSo() {
		ApiClient admin = this.api.as("admin");
		assertThat(admin.get("/api/v1/frob").code()).isEqualTo("unknown-path");
		assertThat(admin.get("/api/v1/jobs/frob").code()).isEqualTo("unknown-job");
		assertThat(admin.get("/api/v1/schedules/frob").code()).isEqualTo("unknown-job");
		assertThat(admin.get("/api/v1/executions/999999999").code()).isEqualTo("unknown-execution");
		assertThat(admin.get("/api/v1/quarantine/999999999").code()).isEqualTo("unknown-record");
		assertThat(admin.get("/api/v1/dead-letters/9-9-9").code()).isEqualTo("unknown-record");
	}

	@Test
	void daysAndMomentsThatCannotBeAreRefusedOrFindNothing() {
		ApiClient admin = this.api.as("admin");
		assertThat(admin.get("/api/v1/executions?from=%2B999999999-01-01T00:00:00Z").json().get("items")).isEmpty();
		assertThat(admin.get("/api/v1/executions?from=-999999999-01-01T00:00:00Z").status()).isEqualTo(200);
		assertThat(admin.get("/api/v1/audit?to=-999999999-01-01T00:00:00Z").json().get("items")).isEmpty();
		assertThat(admin.get("/api/v1/dead-letters?from=%2B999999999-01-01T00:00:00Z").json().get("items")).isEmpty();
		assertThat(admin.get("/api/v1/reconciliation?to=%2B999999999-12-31").code()).isEqualTo("unusable-value");
		assertThat(admin.get("/api/v1/reconciliation?to=1970-01-01").status()).isEqualTo(200);
		assertThat(admin.get("/api/v1/quarantine?state=frob").code()).isEqualTo("malformed-parameter");
		assertThat(admin.get("/api/v1/dead-letters?state=frob").code()).isEqualTo("malformed-parameter");
		for (String day : List.of("\"+999999999-12-31\"", "\"9999-12-31\"", "\"1969-12-31\"")) {
			assertThat(admin.post("/api/v1/backfills/dry-run", "{\"from\": " + day + "}").code()).as(day)
				.isEqualTo("unusable-value");
		}
		assertThat(admin.post("/api/v1/backfills/dry-run", "{\"from\": 20000}").code()).isEqualTo("malformed-body");
		for (String parameters : List.of("\"asOf\": \"9999-12-31\"", "\"from\": \"2026-01-02\", \"to\": \"2026-01-01\"",
				"\"from\": \"1970-01-01\", \"to\": \"2149-06-06\"", "\"mode\": \"full\", \"to\": \"2026-01-01\"")) {
			assertThat(admin.post("/api/v1/jobs/dds-to-clickhouse/executions", "{\"parameters\": {" + parameters + "}}")
				.code()).as(parameters).isEqualTo("bad-job-parameter");
		}
	}

	@Test
	void whoMayDoAllHearsThatACallTakesNoSuchMethod() {
		for (String method : List.of("DELETE", "PATCH")) {
			HttpRequest.Builder call = this.api.as("admin")
				.request("/api/v1/jobs")
				.method(method, BodyPublishers.noBody());
			assertThat(this.api.as("admin").send(call).status()).as(method).isEqualTo(405);
			call = this.api.as("operator").request("/api/v1/jobs").method(method, BodyPublishers.noBody());
			assertThat(this.api.as("operator").send(call).status()).as(method).isEqualTo(403);
		}
	}

	private List<Call> calls() {
		JsonNode paths = this.api.as("viewer").get("/api/v1/openapi.json").json().get("paths");
		List<Call> calls = new ArrayList<>();
		paths.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((operation) -> calls.add(Call.of(path.getKey(), operation.getKey(), operation.getValue()))));
		return calls;
	}

	/**
	 * A call of the description.
	 *
	 * @param method its method
	 * @param path its path, with 1 for each variable
	 * @param hasBody whether it must have a body
	 * @param isPaged whether it lists page by page
	 */
	private record Call(String method, String path, boolean hasBody, boolean isPaged) {

		private static Call of(String path, String method, JsonNode operation) {
			boolean paged = operation.path("parameters")
				.valueStream()
				.anyMatch((parameter) -> parameter.get("name").asString().equals("cursor"));
			return new Call(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{\\w+}", "1"),
					operation.path("requestBody").path("required").asBoolean(false), paged);
		}

		private boolean isChange() {
			return !this.method.equals("GET");
		}

		private ApiClient.Answer send(ApiClient client) {
			return send(client, "{}");
		}

		private ApiClient.Answer send(ApiClient client, String body) {
			HttpRequest.Builder request = client.request(this.path);
			return client.send(isChange() ? request.header("Content-Type", "application/json")
				.method(this.method, BodyPublishers.ofString(body)) : request.GET());
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
