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
