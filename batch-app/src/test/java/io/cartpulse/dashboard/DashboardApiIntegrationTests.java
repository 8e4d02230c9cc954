package io.cartpulse.dashboard;

import java.util.ArrayList;
import java.util.List;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the API's dashboards: on a shop that the pipeline has published, and where
 * ClickHouse is away.
 */
class DashboardApiIntegrationTests {

	private static final String RANGE = "?from=2026-01-12&to=2026-01-25";

	private static final String CARD = "/api/v1/dashboards/overview/cards/revenue-by-day";

	@Test
	void listsTheDashboardsInTheirOrder() {
		JsonNode list = RunningApi.shared().as("viewer").get("/api/v1/dashboards").json();
		assertThat(list).hasSize(new DashboardReader().readAll().size());
		assertThat(list.get(0).path("id").asString()).isEqualTo("overview");
		assertThat(list.get(0).path("title").path("ru").asString()).isEqualTo("Обзор");
	}

	@Test
	void givesADefinitionInTheWordsOfItsFile() {
		JsonNode card = RunningApi.shared().as("viewer").get("/api/v1/dashboards/overview").json().path("cards").get(8);
		assertThat(card.path("picture").path("kind").asString()).isEqualTo("stacked-bar");
		assertThat(card.path("columns").get(0).path("format").asString()).isEqualTo("date");
		assertThat(card.path("sql").asString()).contains("{from:Date}");
	}

	@Test
	void answersACardWithColumnsRowsAndBuilds() {
		JsonNode answer = SimulatedStore.start().viewer().get(CARD + RANGE).json();
		assertThat(answer.path("columns")).extracting((column) -> column.path("name").asString())
			.containsExactly("event_date", "revenue", "previous_revenue");
		assertThat(answer.path("columns").get(1).path("type").asString()).startsWith("Decimal");
		assertThat(answer.path("rows")).hasSize(14);
		assertThat(answer.path("rows").get(0).get(0).asString()).isEqualTo("2026-01-12");
		assertThat(answer.path("rows").get(0).get(1).isNumber()).isTrue();
		assertThat(answer.path("truncated").asBoolean()).isFalse();
		assertThat(answer.path("builds")).singleElement()
			.satisfies((build) -> assertThat(build.path("builtAt").asString()).endsWith("Z"));
	}

	@Test
	void givesTheSameNumbersAsCsv() {
		ApiClient viewer = SimulatedStore.start().viewer();
		ApiClient.Answer csv = viewer.get(CARD + ".csv" + RANGE);
		assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(csv.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"overview-revenue-by-day-2026-01-12-2026-01-25.csv\"");
		List<String> lines = new ArrayList<>(List.of("event_date,revenue,previous_revenue"));
		for (JsonNode row : viewer.get(CARD + RANGE).json().path("rows")) {
			lines.add(String.join(",", row.valueStream().map(JsonNode::asString).toList()));
		}
		assertThat(csv.body().split("\r\n")).containsExactlyElementsOf(lines);
	}

	@Test
	void knowsNoOtherDashboardsAndCards() {
		ApiClient viewer = RunningApi.shared().as("viewer");
		assertThat(viewer.get("/api/v1/dashboards/sales").code()).isEqualTo("unknown-dashboard");
		assertThat(viewer.get("/api/v1/dashboards/overview/cards/sales").code()).isEqualTo("unknown-card");
		assertThat(viewer.get("/api/v1/dashboards/overview/cards/sales.csv").status()).isEqualTo(404);
	}

	@Test
	void refusesWhatIsNoRange() {
		ApiClient viewer = RunningApi.shared().as("viewer");
		assertThat(viewer.get(CARD + "?from=2026-02-01&to=2026-01-01").code()).isEqualTo("unusable-value");
		assertThat(viewer.get(CARD + "?from=2026-02-01&to=2026-01-01").status()).isEqualTo(422);
		assertThat(viewer.get(CARD + "?from=yesterday").code()).isEqualTo("malformed-parameter");
	}

	@Test
	void saysThatClickHouseIsAway() {
		ApiClient.Answer answer = RunningApi.shared().as("viewer").get(CARD);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.code()).isEqualTo("clickhouse-down");
		assertThat(answer.header("Retry-After")).isNotEmpty();
	}

	@Test
	void nobodyElseSeesAnything() {
		assertThat(RunningApi.shared().nobody().get(CARD).status()).isEqualTo(401);
	}

}
