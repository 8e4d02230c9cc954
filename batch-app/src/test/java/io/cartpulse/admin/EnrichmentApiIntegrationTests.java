package io.cartpulse.admin;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the providers' state, and of the test alert.
 */
class EnrichmentApiIntegrationTests {

	private final RunningApi api = RunningApi.shared();

	@BeforeEach
	void emptyTables() {
		this.api.jdbc()
			.execute("truncate etl.enrichment_budgets, etl.enrichment_pending, etl.enrichment_failures, etl.audit");
	}

	@Test
	void tellsBudgetBreakerPendingAndLastFailureOfEachProvider() {
		this.api.jdbc().update("""
				insert into etl.enrichment_failures (provider, category, message, failed_at)
				values ('open-weather', 'TIMEOUT', 'no answer', timestamptz '2026-01-01 12:00Z')""");
		this.api.jdbc()
			.update("""
					insert into etl.enrichment_budgets (provider, minute_start, minute_used, day_start, day_used, month_start,
					    month_used)
					values ('open-weather', now(), 0, now(), 0, date_trunc('month', now(), 'UTC'), 17)""");
		this.api.jdbc().update("""
				insert into etl.enrichment_pending (subject, key, wanted_at) values ('places', '1,1', now())""");
		JsonNode providers = this.api.as("viewer").get("/api/v1/enrichment").json();
		JsonNode weather = provider(providers, "open-weather");
		assertThat(weather.get("enabled").asBoolean()).isFalse();
		assertThat(weather.get("breaker").asString()).isEqualTo("CLOSED");
		assertThat(weather.get("lastFailure").get("category").asString()).isEqualTo("TIMEOUT");
		JsonNode month = weather.get("budgets").get(weather.get("budgets").size() - 1);
		assertThat(month.get("window").asString()).isEqualTo("month");
		assertThat(month.get("used").asInt()).isEqualTo(17);
		assertThat(month.get("left").asInt()).isEqualTo(month.get("limit").asInt() - 17);
		JsonNode atlas = provider(providers, "atlas");
		assertThat(atlas.get("gives").asString()).isEqualTo("places");
		assertThat(atlas.get("pending").asLong()).isEqualTo(1);
		assertThat(this.api.nobody().get("/api/v1/enrichment").code()).isEqualTo("unauthenticated");
	}

	private static JsonNode provider(JsonNode providers, String name) {
		for (JsonNode provider : providers) {
			if (provider.get("provider").asString().equals(name)) {
				return provider;
			}
		}
		throw new AssertionError("no provider " + name + " in " + providers);
	}

	@Test
	void anAdminSendsATestAlertAndNobodyElse() {
		ApiClient.Answer sent = this.api.as("admin").post("/api/v1/alerts/test");
		assertThat(sent.status()).isEqualTo(200);
		assertThat(sent.json()).hasSize(1);
		assertThat(sent.json().get(0).get("problem").isNull()).isTrue();
		assertThat(this.api.as("operator").post("/api/v1/alerts/test").code()).isEqualTo("forbidden");
		JsonNode audited = this.api.as("viewer").get("/api/v1/audit?action=alert.test").json().get("items");
		assertThat(audited).hasSize(1);
		assertThat(audited.get(0).get("actor").asString()).isEqualTo("admin");
	}

	@Test
	void noTestAlertIsSentWhileNothingMayBeChanged() {
		try (RunningApi readOnly = RunningApi.with("cartpulse.security.read-only=true")) {
			assertThat(readOnly.as("admin").post("/api/v1/alerts/test").code()).isEqualTo("read-only");
			assertThat(readOnly.as("admin").put("/api/v1/schedules/pipeline", "{\"enabled\": false}").code())
				.isEqualTo("read-only");
			assertThat(readOnly.as("operator").post("/api/v1/quarantine/discard", "{\"ids\": [1]}").code())
				.isEqualTo("read-only");
			assertThat(readOnly.as("operator").post("/api/v1/backfills", "{\"from\": \"2026-01-01\"}").code())
				.isEqualTo("read-only");
		}
	}

}
