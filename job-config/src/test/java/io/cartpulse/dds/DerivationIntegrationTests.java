package io.cartpulse.dds;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cartpulse.testing.StoreMessage.aCampaignEvent;
import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.aStoreEvent;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no message says, but follows from several: sessions, the state of orders, costs.
 */
class DerivationIntegrationTests {

	private static final String SESSIONS = """
			select session_id, to_char(start_ts, 'HH24:MI:SS'), to_char(end_ts, 'HH24:MI:SS'), event_count, user_id, country,
			    city
			from dds.sessions""";

	private static final String ORDERS = """
			select order_id, status, to_char(status_at, 'DD HH24'), refunded_usd, session_id
			from dds.orders""";

	private static DdsFixture dds;

	@BeforeAll
	static void start() {
		dds = new DdsFixture();
	}

	@AfterAll
	static void stop() {
		dds.close();
	}

	@BeforeEach
	void empty() {
		dds.empty();
	}

	@Test
	void sessionsBeginAndEndWithTheirMarks() {
		dds.raw.receive(
				// 1: marks, and events outside of them
				aStoreEvent("view_page").inSession(1).at("2026-03-01T09:00:00Z"),
				aStoreEvent("session_start").inSession(1).at("2026-03-01T10:00:00Z"),
				aStoreEvent("session_start").inSession(1).at("2026-03-01T10:05:00Z"),
				aStoreEvent("session_end").inSession(1).at("2026-03-01T10:30:00Z"),
				aStoreEvent("session_end").inSession(1).at("2026-03-01T10:40:00Z"),
				aStoreEvent("churn").inSession(1).byUser(1).at("2026-03-01T11:00:00Z"),
				// 2: no marks
				aStoreEvent("view_page").inSession(2).at("2026-03-01T10:00:00Z"),
				aStoreEvent("view_page").inSession(2).at("2026-03-01T10:00:01.5Z"),
				// 3: an end before the start
				aStoreEvent("session_start").inSession(3).at("2026-03-01T10:00:00Z"),
				aStoreEvent("session_end").inSession(3).at("2026-03-01T09:00:00Z"),
				// 4: a start mark alone, the later event ends it
				aStoreEvent("session_start").inSession(4).at("2026-03-01T10:00:00Z"),
				aStoreEvent("search").inSession(4).at("2026-03-01T10:01:00Z"), aStoreEvent("search"));
		dds.run();
		assertThat(dds.rows(SESSIONS)).containsExactly("(#1,10:00:00,10:40:00,6,1,,)", "(#2,10:00:00,10:00:01,2,,,)",
				"(#3,10:00:00,10:00:00,2,,,)", "(#4,10:00:00,10:01:00,2,,,)");
		assertThat(dds.rows("select end_ts - start_ts as duration from dds.sessions where event_count = 2 "
				+ "and end_ts - start_ts between interval '1 second' and interval '2 seconds'"))
			.containsExactly("(00:00:01.5)");
	}

	@Test
	void sessionsGrowWithLaterEvents() {
		dds.raw.receive(aStoreEvent("view_page").inSession(1).at("2026-03-01T10:00:00Z").byUser(2));
		dds.run();
		dds.raw.receive(aStoreEvent("session_start").inSession(1).at("2026-03-01T10:00:01Z"),
				aStoreEvent("view_page").inSession(1).at("2026-03-01T09:59:00Z").byUser(3).with("city", "Oslo"),
				aStoreEvent("view_page").inSession(1).at("2026-03-01T09:59:00Z").byUser(3).with("city", "Oslo"));
		dds.run();
		assertThat(dds.rows(SESSIONS)).containsExactly("(#1,10:00:01,10:00:01,3,3,,Oslo)");
	}

	@Test
	void sessionsBelongToTheUserOfTheirEarliestEventThatHasOne() {
		dds.raw.receive(aStoreEvent("view_page").inSession(1).at("2026-03-01T09:00:00Z"),
				aStoreEvent("login").inSession(1).at("2026-03-01T10:00:00Z").byUser(9),
				aStoreEvent("filter").inSession(1).at("2026-03-01T10:00:00Z").byUser(8),
				aStoreEvent("logout").inSession(1).at("2026-03-01T11:00:00Z").byUser(1),
				aStoreEvent("view_page").inSession(2));
		dds.run();
		assertThat(dds.rows("select session_id, user_id from dds.sessions")).containsExactly("(#1,8)", "(#2,)");
	}

	@Test
	void sessionsAreWhereTheirLatestEventWithAPlaceWas() {
		dds.raw.receive(
				aStoreEvent("search").inSession(1)
					.at("2026-03-01T09:00:00Z")
					.with("city", "Rome")
					.with("country", "Italy"),
				aStoreEvent("search").inSession(1).at("2026-03-01T10:00:00Z").with("country", "Norway"),
				aStoreEvent("search").inSession(1).at("2026-03-01T11:00:00Z"),
				// at one time the greatest country, then the greatest city
				aStoreEvent("search").inSession(2).with("city", "Zell"),
				aStoreEvent("search").inSession(2).with("city", "Au").with("country", "Austria"),
				aStoreEvent("search").inSession(2).with("city", "Bad Aussee").with("country", "Austria"),
				aStoreEvent("search").inSession(3).with("city", "(not set)"));
		dds.run();
		assertThat(dds.rows("select session_id, country, city from dds.sessions")).containsExactly("(#1,Norway,)",
				"(#2,Austria,\"Bad Aussee\")", "(#3,,)");
	}

	@Test
	void ordersHaveTheStatusThatCameLast() {
		dds.raw.receive(anOrder(1), anOrder(2), anOrder(3), anOrder(4),
				aStatusOf(1, "refunded").at("2026-03-01T09:00:00Z"), aStatusOf(1, "success").at("2026-03-01T10:00:00Z"),
				// at one time: pending < success < failed < cancelled < refunded
				aStatusOf(2, "failed"), aStatusOf(2, "success"), aStatusOf(2, "pending"), aStatusOf(3, "refunded"),
				aStatusOf(3, "cancelled"), aStatusOf(3, "failed"));
		dds.run();
		assertThat(dds.rows(ORDERS)).containsExactly("(#1,success,\"01 10\",0.00,)", "(#2,failed,\"01 10\",0.00,)",
				"(#3,refunded,\"01 10\",10.00,)", "(#4,pending,,0.00,)");
		dds.raw.receive(aStatusOf(4, "cancelled").undated(), aStatusOf(1, "pending").at("2026-03-01T09:30:00Z"),
				aStatusOf(2, "cancelled"));
		dds.run();
		assertThat(dds.rows(ORDERS)).containsExactly("(#1,success,\"01 10\",0.00,)", "(#2,cancelled,\"01 10\",0.00,)",
				"(#3,refunded,\"01 10\",10.00,)", "(#4,cancelled,\"02 12\",0.00,)");
	}

	@Test
	void ordersGiveBackWhatTheRefundSaysAtMostTheTotal() {
		dds.raw.receive(anOrder(1), anOrder(2), anOrder(3), anOrder(4),
				aStatusOf(1, "refunded").with("refunded_usd", "3.335"), aStatusOf(2, "refunded"),
				aStatusOf(3, "refunded").with("refunded_usd", 99), aStatusOf(4, "success").with("refunded_usd", 5));
		dds.run();
		assertThat(dds.rows("select order_id, refunded_usd from dds.orders")).containsExactly("(#1,3.34)", "(#2,10.00)",
				"(#3,10.00)", "(#4,0.00)");
		assertThat(dds.rows("select order_id, refunded_usd from dds.order_status_events")).containsExactly("(#1,3.34)",
				"(#2,)", "(#3,99.00)", "(#4,5.00)");
		dds.raw.receive(aStatusOf(1, "success").at("2026-03-01T12:00:00Z"),
				anOrder(3).with("total_usd", 200).at("2026-03-01T12:00:00Z"));
		dds.run();
		assertThat(dds.rows("select order_id, refunded_usd from dds.orders")).containsExactly("(#1,0.00)", "(#2,10.00)",
				"(#3,99.00)", "(#4,0.00)");
	}

	@Test
	void ordersBelongToTheSessionOfTheirEarliestPurchase() {
		dds.raw.receive(aStoreEvent("purchase").ofOrder(1).at("2026-03-01T09:00:00Z"),
				aStoreEvent("purchase").ofOrder(1).at("2026-03-01T10:00:00Z").inSession(4),
				aStoreEvent("purchase").ofOrder(1).at("2026-03-01T10:00:00Z").inSession(3),
				aStoreEvent("purchase").ofOrder(1).at("2026-03-01T11:00:00Z").inSession(2),
				aStoreEvent("payment_success").ofOrder(1).at("2026-03-01T08:00:00Z").inSession(1), anOrder(2),
				aStoreEvent("view_page").ofOrder(2).inSession(1));
		dds.run();
		assertThat(dds.rows("select order_id, session_id from dds.orders")).containsExactly("(#2,)");
		dds.raw.receive(anOrder(1));
		dds.run();
		assertThat(dds.rows("select order_id, session_id from dds.orders")).containsExactly("(#1,#3)", "(#2,)");
		dds.raw.receive(aStoreEvent("purchase").ofOrder(1).at("2026-03-01T09:30:00Z").inSession(5));
		dds.run();
		assertThat(dds.rows("select order_id, session_id from dds.orders")).containsExactly("(#1,#5)", "(#2,)");
	}

	@Test
	void costsAreFilledFromTheRateOfTheirDay() {
		dds.jdbc
			.update("""
					insert into dds.exchange_rates (rate_date, currency, rate, source) values
					('2026-03-01', 'EUR', 0.925, 'test'), ('2026-03-01', 'RUB', 90.5, 'test'), ('2026-03-02', 'EUR', 1, 'test')""");
		dds.raw.receive(aStoreEvent("search").at("2026-03-01T23:59:59Z").with("cost_usd", "9.99"),
				aStoreEvent("filter").with("cost_usd", 1).with("cost_eur", 5),
				aStoreEvent("login").at("2026-03-02T00:00:00Z").with("cost_usd", 1), aStoreEvent("logout"));
		dds.run();
		assertThat(dds.rows("select event_type, cost_usd, cost_eur, cost_rub from dds.events")).containsExactly(
				"(filter,1.00,5.00,90.50)", "(login,1.00,1.00,)", "(logout,,,)", "(search,9.99,9.24,904.10)");
	}

	@Test
	void placesAreFilledFromTheirPoint() {
		dds.jdbc.update("""
				insert into dds.places (lat, lon, city, country, source) values
				(48.86, 2.35, 'Paris', 'France', 'test'), (0, -30, null, null, 'test')""");
		dds.raw.receive(aStoreEvent("search").inSession(1).with("lat", "48.8566").with("lon", "2.3522"),
				aStoreEvent("login").with("lat", "48.8566").with("lon", "2.3522").with("city", "Elsewhere"),
				aStoreEvent("logout").with("lat", 0).with("lon", -30), aStoreEvent("filter"));
		dds.run();
		assertThat(dds.rows("select event_type, city, country from dds.events")).containsExactly("(filter,,)",
				"(login,Elsewhere,France)", "(logout,,)", "(search,Paris,France)");
		assertThat(dds.rows("select city, country from dds.sessions")).containsExactly("(Paris,France)");
	}

	@Test
	void campaignEventsCostWhatTheirActionCosts() {
		dds.raw.receive(aCampaignEvent("c", "view"), aCampaignEvent("c", "click"), aCampaignEvent("c", "purchase"),
				aCampaignEvent("d", "view").with("cost", 0), aCampaignEvent("d", "click").with("cost", "2.345"));
		dds.run();
		assertThat(dds.rows("select campaign_id, action, cost from dds.campaign_events")).containsExactly(
				"(c,click,0.30)", "(c,conversion,1.00)", "(c,view,0.10)", "(d,click,2.35)", "(d,view,0.00)");
		dds.runWith("cartpulse.dds.campaign-cost.view=0.05", "mode=rebuild");
		assertThat(dds.rows("select campaign_id, cost from dds.campaign_events where action = 'view'"))
			.containsExactly("(c,0.05)", "(d,0.00)");
	}

}
