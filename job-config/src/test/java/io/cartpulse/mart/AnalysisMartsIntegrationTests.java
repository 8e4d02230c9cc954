package io.cartpulse.mart;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the marts that compare, group and count back: one shop, published once, and
 * every figure worked out by hand. Its first day, 2024-01-01, is a Monday.
 */
class AnalysisMartsIntegrationTests {

	private static MartFixture marts;

	@BeforeAll
	static void publish() {
		marts = new MartFixture();
		marts.dds.load(1)
			.product(1, "Lamp", "home")
			.product(2, "Chair", "home")
			.product(3, "Pen", null)
			.campaign("spring", "Spring", "email");
		storeVisits(marts.dds);
		storeWeekdayOrders(marts.dds);
		storeCustomers(marts.dds);
		storeCarts(marts.dds);
		storePayments(marts.dds);
		storeLedger(marts.dds);
		publish("2024-04-01");
	}

	@AfterAll
	static void close() {
		marts.close();
	}

	@Test
	void attentionComparesWithTheSameWeekdayOfThePastEightWeeks() {
		assertThat(attention("total", "revenue", "All")).containsExactly(
				// 90, 100, 110 spread by 10; the pending order of that day is no revenue
				"('2024-01-22',130,100,3,'up')",
				// 40, 40, 40 do not spread: 5 % of 40 is the least
				"('2024-01-25',0,40,20,'down')", "('2024-01-29',0,107.5,6.294555,'down')",
				// no order on the first three Tuesdays: 0, 0, 0, 70
				"('2024-01-30',140,17.5,3.5,'up')",
				// the 1000 of nine weeks ago no longer count
				"('2024-03-06',58,50,3.2,'up')");
	}

	@Test
	void attentionLooksAtPartsOfTheShop() {
		assertThat(attention("category", "revenue", "home")).containsExactly("('2024-01-25',0,40,20,'down')");
		assertThat(attention("campaign", "revenue", "spring")).containsExactly("('2024-01-25',0,40,20,'down')");
		assertThat(attention("campaign", "sessions", "spring")).containsExactly("('2024-01-25',0,1,20,'down')");
		assertThat(attention("geo", "sessions", "Italy")).containsExactly("('2024-02-03',0,1,20,'down')");
		assertThat(attention("geo", "sessions", "Norway")).containsExactly("('2024-02-10',0,1,20,'down')");
		assertThat(attention("device", "sessions", "mobile")).containsExactly("('2024-02-01',0,1,20,'down')");
		assertThat(attention("payment", "failed_share", "All")).containsExactly("('2024-01-26',1,0.25,60,'up')");
	}

	@Test
	void attentionNeedsThreeWeeksAndASpread() {
		// 500 after 10 and 10, and the first 70 after nothing at all
		assertThat(marts.rows("select * from data_mart.attention_points "
				+ "where event_date in ('2024-01-19', '2024-01-23') and dimension = 'total'"))
			.isEmpty();
	}

	@Test
	void funnelCountsASessionOncePerCategoryAndStep() {
		assertThat(marts.mart(Mart.FUNNEL_DAILY)).containsExactly("('2024-01-07','All',1,2,2,2,2,1,1)",
				"('2024-01-07','Unknown',1,1,1,1,1,1,1)", "('2024-01-07','home',1,1,1,1,1,1,1)",
				"('2024-01-22','All',2,0,1,0,0,0,0)", "('2024-01-22','home',2,0,1,0,0,0,0)");
	}

	@Test
	void cohortsAreKeptUpToTheLastSessionsWeek() {
		assertThat(marts.mart(Mart.COHORT_RETENTION)).containsExactly("('2024-01-01',0,2,2,1)",
				"('2024-01-01',1,2,1,0.5)", "('2024-01-01',2,2,1,0.5)", "('2024-01-01',3,2,2,1)",
				"('2024-01-01',4,2,0,0)", "('2024-01-15',0,1,1,1)", "('2024-01-15',1,1,1,1)", "('2024-01-15',2,1,0,0)");
	}

	@Test
	void customersAreScoredByHowManyAreStrictlyWorse() {
		assertThat(marts.mart(Mart.CUSTOMER_SEGMENTS)).containsExactly("(11,71,1,10,4,1,1,'New')",
				"(12,72,2,40,3,3,4,'Regular')", "(13,86,3,15,1,3,3,'At risk')", "(14,85,1,100,1,1,5,'Lost')",
				"(15,71,4,4,4,4,1,'Champions')", "(16,78,1,10,3,1,1,'Regular')", "(17,85,5,10,1,5,1,'Loyal')");
	}

	@Test
	void pairsAreOfDistinctProductsInAtLeastFiveOrders() {
		assertThat(marts.rows("select product_a, product_b, orders_together, round(support, 6), confidence_a_b, "
				+ "round(confidence_b_a, 6), round(lift, 6) from data_mart.product_affinity"))
			.containsExactly("(1,2,5,0.416667,0.625,0.555556,0.833333)");
	}

	@Test
	void qualityFollowsLedgerAndQuarantine() {
		assertThat(marts.mart(Mart.DATA_QUALITY_DAILY)).containsExactly(
				"('1970-01-01','raw','Unknown',2,0,0,0,0,0,0,0,0,0,0,2)",
				"('2024-01-01','dds','event',10,6,1,1,4,2,1,1,0,0,0,0)",
				"('2024-01-01','dds','order_item',3,0,0,0,0,3,0,0,0,0,3,0)",
				"('2024-01-01','raw','Unknown',5,0,0,0,0,0,0,0,0,0,0,5)",
				"('2024-01-01','raw','event',10,10,0,0,0,0,0,0,0,0,0,0)",
				"('2024-01-01','raw','order_item',3,3,0,0,0,0,0,0,0,0,0,0)");
		marts.dds.load(2)
			.ledger("order_item", "2024-01-01", "resolved", 3)
			.quarantined(3, "order_item", "2024-01-01 09:00Z", "ORPHAN", "resolved")
			.quarantined(4, "order_item", "2024-01-01 09:00Z", "ORPHAN", "resolved")
			.quarantined(5, "order_item", "2024-01-01 09:00Z", "ORPHAN", "resolved");
		publish("2024-04-01");
		assertThat(quality("order_item")).containsExactly("('2024-01-01','dds',3,3,0)", "('2024-01-01','raw',3,3,0)");
		marts.dds.load(3, true).ledger("event", "2024-01-01", "loaded", 8);
		publish("2024-04-01");
		assertThat(quality("event")).containsExactly("('2024-01-01','dds',10,8,2)", "('2024-01-01','raw',10,10,0)");
	}

	private static void publish(String asOf) {
		assertThat(marts.run(UUID.randomUUID().toString(), "asOf=" + asOf).getStatus())
			.isEqualTo(BatchStatus.COMPLETED);
	}

	private static List<String> attention(String dimension, String metric, String key) {
		return marts.rows("select event_date, value, expected, round(deviation, 6), direction"
				+ " from data_mart.attention_points where dimension = '" + dimension + "' and metric = '" + metric
				+ "' and key = '" + key + "' order by all");
	}

	private static List<String> quality(String type) {
		return marts.rows("select kafka_date, stage, received, loaded, quarantined from data_mart.data_quality_daily"
				+ " where record_type = '" + type + "' order by all");
	}

	/** Two cohorts, of which one comes on Thursdays, and guests from two countries. */
	private static void storeVisits(DdsRows dds) {
		dds.user(1, null, null).user(2, null, null).user(3, null, null);
		dds.device(1, "mobile", "iOS", "Safari", "2024-01-01 10:00Z");
		visit(dds, 101, 1L, "2024-01-04", null, null);
		visit(dds, 102, 1L, "2024-01-11", null, null);
		visit(dds, 103, 1L, "2024-01-18", null, null);
		visit(dds, 104, 1L, "2024-01-25", null, null);
		// twice on a Sunday, the last day of the first week
		visit(dds, 105, 2L, "2024-01-07", null, null);
		visit(dds, 106, 2L, "2024-01-07", null, null);
		visit(dds, 107, 2L, "2024-01-22", null, null);
		visit(dds, 108, 3L, "2024-01-21", null, null);
		visit(dds, 109, 3L, "2024-01-22", null, null);
		visit(dds, 111, null, "2024-01-06", "Rome", "Italy");
		visit(dds, 112, null, "2024-01-13", "Rome", "Italy");
		visit(dds, 113, null, "2024-01-20", "Rome", "Italy");
		visit(dds, 114, null, "2024-01-27", "Milan", "Italy");
		visit(dds, 115, null, "2024-01-06", "Oslo", "Norway");
		visit(dds, 116, null, "2024-01-13", "Oslo", "Norway");
		visit(dds, 117, null, "2024-01-20", "Oslo", "Norway");
		visit(dds, 118, null, "2024-01-27", "Oslo", "Norway");
		visit(dds, 119, null, "2024-02-03", "Oslo", "Norway");
		dds.campaignEvent(1, "spring", 1L, "view", "0.10", "2024-01-04 08:00Z")
			.campaignEvent(2, "spring", 1L, "click", "0.30", "2024-01-04 09:00Z")
			.campaignEvent(3, "spring", 1L, "view", "0.10", "2024-01-11 08:00Z")
			.campaignEvent(4, "spring", 1L, "view", "0.10", "2024-01-18 08:00Z");
	}

	/** Guests' orders, a story for each weekday but the weekend. */
	private static void storeWeekdayOrders(DdsRows dds) {
		order(dds, 1, null, "2024-01-01", "100", null);
		order(dds, 2, null, "2024-01-08", "110", null);
		order(dds, 3, null, "2024-01-15", "90", null);
		order(dds, 4, null, "2024-01-22", "130", null);
		dds.order(5, null, "2024-01-22 12:00Z", "999", "pending", "0", null, 107)
			.item(1, 5, 1, 1, "9")
			.item(2, 5, 2, 1, "9");
		order(dds, 6, null, "2024-01-23", "70", null);
		order(dds, 7, null, "2024-01-30", "140", null);
		List<String> wednesdays = List.of("2024-01-10", "2024-01-17", "2024-01-24", "2024-01-31", "2024-02-07",
				"2024-02-14", "2024-02-21", "2024-02-28");
		order(dds, 10, null, "2024-01-03", "1000", null);
		for (int i = 0; i < wednesdays.size(); i++) {
			order(dds, 11 + i, null, wednesdays.get(i), "50", null);
			dds.item(100 + i, 11 + i, 2, 1, "0").item(110 + i, 11 + i, (i < 5) ? 1 : 3, 1, "0");
		}
		// the same product once more
		dds.item(120, 11, 1, 3, "0");
		order(dds, 19, null, "2024-03-06", "58", null);
		dds.item(121, 19, 2, 1, "0").item(122, 19, 3, 1, "0");
		order(dds, 20, null, "2024-01-04", "40", "spring");
		order(dds, 21, null, "2024-01-11", "40", "spring");
		order(dds, 22, null, "2024-01-18", "40", "spring");
		dds.item(130, 20, 1, 1, "40").item(131, 21, 1, 1, "40").item(132, 22, 1, 1, "40");
		order(dds, 30, null, "2024-01-05", "10", null);
		order(dds, 31, null, "2024-01-12", "10", null);
		order(dds, 32, null, "2024-01-19", "500", null);
	}

	/** Seven customers, so that fifths are not whole; they order at weekends. */
	private static void storeCustomers(DdsRows dds) {
		for (long user = 11; user <= 18; user++) {
			dds.user(user, null, null);
		}
		order(dds, 40, 11L, "2024-01-21", "10", null);
		order(dds, 41, 12L, "2024-01-06", "20", null);
		dds.order(42, 12L, "2024-01-20 12:00Z", "30", "refunded", "10", null, null);
		order(dds, 43, 13L, "2024-01-06", "5", null);
		order(dds, 44, 13L, "2024-01-06", "5", null);
		order(dds, 45, 13L, "2024-01-06", "5", null);
		dds.order(46, 14L, "2024-01-07 12:00Z", "100", "success", "0", null, 106);
		order(dds, 47, 15L, "2024-01-06", "1", null);
		order(dds, 48, 15L, "2024-01-13", "1", null);
		order(dds, 49, 15L, "2024-01-14", "1", null);
		order(dds, 50, 15L, "2024-01-21", "1", null);
		order(dds, 51, 16L, "2024-01-14", "10", null);
		for (int number = 52; number <= 56; number++) {
			order(dds, number, 17L, "2024-01-07", "2", null);
		}
		dds.order(57, 18L, "2024-01-07 12:00Z", "8", "failed", "0", null, null);
	}

	/** Session 105 pays by an event, 106 by its order, 107 not at all; 109 only pays. */
	private static void storeCarts(DdsRows dds) {
		dds.productEvent(1, "view_product", 105, 1L)
			.productEvent(2, "view_product", 105, 1L)
			.productEvent(3, "view_product", 105, 2L)
			.productEvent(4, "add_to_cart", 105, 1L)
			.productEvent(5, "view_product", 105, 3L)
			.productEvent(6, "purchase", 105, 1L)
			.productEvent(7, "payment_success", 105, null)
			.productEvent(8, "add_to_cart", 106, 3L)
			.productEvent(9, "purchase", 106, null)
			.productEvent(10, "view_product", 107, 1L)
			.productEvent(11, "purchase", 107, 1L)
			.productEvent(12, "payment_failed", 107, null)
			.productEvent(13, "view_page", 108, null)
			.productEvent(14, "view_product", 109, 2L)
			.productEvent(15, "payment_success", 109, null);
	}

	/** One of four payments fails on Fridays, then all. */
	private static void storePayments(DdsRows dds) {
		int number = 20;
		for (String friday : List.of("2024-01-05", "2024-01-12", "2024-01-19", "2024-01-26")) {
			for (int i = 0; i < 4; i++) {
				boolean failed = i == 0 || friday.equals("2024-01-26");
				dds.event(number++, failed ? "payment_failed" : "payment_success", friday + " 12:00Z", null, null,
						null);
			}
		}
	}

	/** Ten events and three items of a day, and records that nobody could read. */
	private static void storeLedger(DdsRows dds) {
		dds.ledger("event", "2024-01-01", "loaded", 6)
			.ledger("event", "2024-01-01", "duplicate", 1)
			.ledger("event", "2024-01-01", "superseded", 1)
			.ledger("event", "2024-01-01", "quarantined", 2)
			.ledger("order_item", "2024-01-01", "quarantined", 3)
			.repaired("event", "2024-01-01", "lat", 3)
			.repaired("event", "2024-01-01", "quantity", 1)
			.ledger("NOT_JSON", "2024-01-01", "dead_letter", 4)
			.ledger("TOO_LARGE", "2024-01-01", "dead_letter", 1)
			.ledger("NOT_JSON", "1969-12-31", "dead_letter", 2)
			.ledger("event", "2024-01-01", "received", 10)
			.ledger("order_item", "2024-01-01", "received", 3)
			.quarantined(1, "event", "2024-01-01 00:00Z", "MISSING_FIELD", "open")
			.quarantined(2, "event", "2024-01-01 23:59:59Z", "INVALID_VALUE", "discarded")
			.quarantined(3, "order_item", "2024-01-01 09:00Z", "ORPHAN", "open")
			.quarantined(4, "order_item", "2024-01-01 09:00Z", "ORPHAN", "open")
			.quarantined(5, "order_item", "2024-01-01 09:00Z", "ORPHAN", "open");
	}

	private static void visit(DdsRows dds, int number, Long user, String day, String city, String country) {
		dds.session(number, user, day + " 12:00Z", day + " 12:10Z", city, country);
	}

	private static void order(DdsRows dds, int number, Long user, String day, String total, String campaign) {
		dds.order(number, user, day + " 12:00Z", total, "success", "0", campaign, null);
	}

}
