package io.cartpulse.admin;

import java.util.UUID;

import io.cartpulse.mart.DayMarts;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the calls that need the real jobs: what is replayed ends in DDS, and the
 * ledger tells it.
 */
class ReplayIntegrationTests {

	private final RunningStore store = RunningStore.start();

	private final ApiClient admin = this.store.as("admin");

	@Test
	void anEditedRecordIsReplayedIntoDdsAndTheLedgerMoves() {
		String order = new UUID(4, 1).toString();
		this.store.publish(order(order, "-5"), """
				{"type": "order_item", "order_id": "%s", "product_id": 1, "price_usd": "5"}""".formatted(order));
		this.store.runPipeline();
		long refused = quarantined("order");
		long orphan = quarantined("order_item");
		assertThat(this.admin.put("/api/v1/quarantine/" + refused + "/payload", order(order, "5")).status())
			.isEqualTo(200);
		ApiClient.Answer replayed = this.store.as("operator")
			.post("/api/v1/quarantine/replay", "{\"ids\": [%d, 987654321]}".formatted(refused));
		assertThat(replayed.status()).isEqualTo(202);
		assertThat(replayed.json().get("results")).extracting((result) -> result.get("done").asBoolean())
			.containsExactly(true, false);
		assertThat(replayed.json().get("results").get(1).get("code").asString()).isEqualTo("unknown-record");
		assertThat(replayed.header("Location"))
			.isEqualTo("/api/v1/executions/" + replayed.json().get("executionId").asLong());
		assertThat(this.store.awaitEnd(replayed.header("Location")).get("status").asString()).isEqualTo("COMPLETED");
		assertThat(state(refused)).isEqualTo("resolved");
		// its order is there now
		assertThat(state(orphan)).isEqualTo("resolved");
		assertThat(this.store.jdbc()
			.queryForObject("select total_usd from dds.orders where order_id = cast(? as uuid)", String.class, order))
			.isEqualTo("5.00");
		JsonNode ledger = this.admin.get("/api/v1/reconciliation").json();
		assertThat(ledger.get("runs").get(0).get("job").asString()).isEqualTo("retry-quarantine");
		assertThat(ledger.get("runs").get(0).get("ledger").get("resolved").asLong()).isEqualTo(2);
		ApiClient.Answer again = this.admin.post("/api/v1/quarantine/replay", "{\"ids\": [%d]}".formatted(refused));
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.json().get("executionId").isNull()).isTrue();
		assertThat(again.json().get("results").get(0).get("detail").asString()).contains("is resolved");
		assertThat(this.admin.put("/api/v1/quarantine/" + refused + "/payload", order(order, "6")).code())
			.isEqualTo("state-forbids");
	}

	@Test
	void aFilterReplaysItsKindAlone() {
		this.store.publish("""
				{"type": "campaign_event", "campaign_id": "c", "action": "view", "cost": "-1"}""", """
				{"type": "event", "event_type": "frob", "timestamp": "2026-01-20T10:00:00Z"}""");
		this.store.runPipeline();
		long wanted = quarantined("campaign_event");
		long other = quarantined("event");
		this.admin.put("/api/v1/quarantine/" + wanted + "/payload", """
				{"type": "campaign_event", "campaign_id": "c", "action": "view", "cost": "1"}""");
		ApiClient.Answer replayed = this.admin.post("/api/v1/quarantine/replay",
				"{\"filter\": {\"type\": \"campaign_event\"}}");
		assertThat(replayed.json().get("results")).extracting((result) -> result.get("id").asLong())
			.containsExactly(wanted);
		assertThat(replayed.json().get("more").asBoolean()).isFalse();
		this.store.awaitEnd(replayed.header("Location"));
		assertThat(state(wanted)).isEqualTo("resolved");
		assertThat(this.admin.get("/api/v1/quarantine/" + other).json().get("entry").get("attempts").asInt())
			.isEqualTo(1);
	}

	@Test
	void aDryRunListsTheDaysAndTheirRowsAndTheBackfillBuildsThem() {
		String order = new UUID(4, 2).toString();
		this.store.publish(order(order, "7"), """
				{"type": "order_item", "order_id": "%s", "product_id": 1, "price_usd": "7"}""".formatted(order), """
				{"type": "order_status", "order_id": "%s", "status": "success"}""".formatted(order), """
				{"type": "event", "event_type": "view_product", "timestamp": "2026-01-21T09:00:00Z",
				 "session_id": "s", "product_id": 1}""");
		this.store.runPipeline();
		String body = "{\"from\": \"2026-01-20\", \"to\": \"2026-01-21\"}";
		JsonNode plan = this.admin.post("/api/v1/backfills/dry-run", body).json();
		assertThat(plan.get("days")).extracting((day) -> day.get("date").asString())
			.containsExactly("2026-01-20", "2026-01-21");
		assertThat(plan.get("days").get(0).get("rows").asLong()).isZero();
		assertThat(plan.get("marts")).extracting((mart) -> mart.get("mart").asString())
			.containsExactlyElementsOf(DayMarts.tables());
		// a shop of one day has no usual range that a figure could leave
		assertThat(plan.get("marts")).filteredOn((mart) -> !mart.get("mart").asString().equals("attention_points"))
			.allSatisfy((mart) -> assertThat(mart.get("rows").asLong()).as(mart.toString()).isPositive());
		assertThat(plan.get("rows")).isEqualTo(plan.get("days").get(1).get("rows"));
		ApiClient.Answer launched = this.admin.post("/api/v1/backfills", body);
		assertThat(this.store.awaitEnd(launched.header("Location")).get("status").asString()).isEqualTo("COMPLETED");
		assertThat(this.admin.post("/api/v1/backfills/dry-run", body).json()).isEqualTo(plan);
	}

	@Test
	void theLedgerTellsThatTheMartsGiveBackWhatDdsHas() {
		this.store.publish(order(new UUID(4, 3).toString(), "11"));
		this.store.runPipeline();
		JsonNode ledger = this.admin.get("/api/v1/reconciliation").json();
		assertThat(ledger.get("balanced").asBoolean()).as(ledger.toString()).isTrue();
		assertThat(ledger.get("marts").get("unpublished").asLong()).isZero();
		assertThat(ledger.get("marts").get("executionId").asLong()).isPositive();
		assertThat(ledger.get("marts").get("totals")).extracting((total) -> total.get("total").asString())
			.contains("revenue", "sessions", "items");
	}

	private static String order(String id, String total) {
		return """
				{"type": "order", "order_id": "%s", "order_ts": "2026-01-21T10:00:00Z", "total_usd": "%s"}"""
			.formatted(id, total);
	}

	private long quarantined(String type) {
		return this.admin.get("/api/v1/quarantine?state=open&type=" + type)
			.json()
			.get("items")
			.get(0)
			.get("id")
			.asLong();
	}

	private String state(long id) {
		return this.admin.get("/api/v1/quarantine/" + id).json().get("entry").get("state").asString();
	}

}
