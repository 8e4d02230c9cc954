package io.cartpulse.console;

import java.util.UUID;

import io.cartpulse.testing.Browser;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the console in a browser, with the real jobs on the real engines.
 */
class QuarantineInBrowserIntegrationTests {

	private final RunningStore store = RunningStore.start();

	private final Browser browser = Browser.on(this.store.address());

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void aRefusedRecordIsEditedAndReplayedAndTheLedgerMoves() {
		String order = new UUID(5, 1).toString();
		this.store.publish(order(order, "-5"));
		this.browser.loggedInAs("admin").open("/jobs/pipeline");
		this.browser.click("main .fields button");
		this.browser.see("h1 .state", "completed");
		long record = record(order);
		this.browser.open("/quarantine/" + record);
		this.browser.see("h1 .state", "open");
		this.browser.fill("#payload", order(order, "5"));
		this.browser.click("[name=replay]");
		this.browser.see(".notice", "tries it again");
		this.browser.see("h1 .state", "resolved");
		this.browser.see("#original + pre", "\"-5\"");
		assertThat(this.store.jdbc()
			.queryForObject("select total_usd from dds.orders where order_id = cast(? as uuid)", String.class, order))
			.isEqualTo("5.00");
		this.browser.open("/ledger");
		this.browser.see("#ledger", "retry-quarantine");
		assertThat(this.browser.texts("#ledger section:last-child tbody tr:first-child td:last-child"))
			.containsExactly("1");
		assertThat(this.browser.complaints()).isEmpty();
	}

	private long record(String order) {
		Long id = this.store.jdbc()
			.queryForObject("select id from dds.quarantine where payload ->> 'order_id' = ?", Long.class, order);
		assertThat(id).isNotNull();
		return id;
	}

	private static String order(String id, String total) {
		return """
				{"type": "order", "order_id": "%s", "order_ts": "2026-01-21T10:00:00Z", "total_usd": "%s"}"""
			.formatted(id, total);
	}

}
