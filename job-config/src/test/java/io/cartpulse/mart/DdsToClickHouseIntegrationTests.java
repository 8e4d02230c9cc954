package io.cartpulse.mart;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static org.assertj.core.api.Assertions.assertThat;

class DdsToClickHouseIntegrationTests {

	@Test
	void everyMartFollowsItsDefinition() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			assertThat(marts.run("spring", "asOf=2024-03-10").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.mart(Mart.DAILY_BUSINESS_SUMMARY)).containsExactly("('2024-03-01',30,20,1,1,1,30,2,0.5,1)",
					"('2024-03-02',0,0,0,0,0,0,1,0,0)", "('2024-03-05',110.05,0,2,2,1,55.025,0,0,0)",
					"('2024-03-06',0,0,1,0,1,0,0,0,0)", "('2024-03-09',0,0,0,0,0,0,1,0,0)",
					"('2024-03-20',7,0,1,1,1,7,0,0,1)");
			assertThat(marts.mart(Mart.PRODUCT_PERFORMANCE)).containsExactly(
					"(7,'2024-03-01','Lamp','home',3,50,16.666666666666668,1,1)",
					"(8,'2024-03-01','Chair','Unknown',1,5.25,5.25,1,1)",
					"(9,'2024-03-05','Unknown Product','Unknown',3,10.05,3.35,1,0)");
			assertThat(marts.mart(Mart.CATEGORY_PERFORMANCE)).containsExactly(
					"('Unknown','2024-03-01',1,5.25,1,1,5.25)", "('Unknown','2024-03-05',3,10.05,1,0,10.05)",
					"('home','2024-03-01',3,50,1,1,50)");
			assertThat(marts.mart(Mart.USER_ENGAGEMENT)).containsExactly(
					"(1,2,3,2,1801.05,1,'2024-03-01','2024-03-09',2,130,1)", "(2,0,1,0,0,0,NULL,NULL,0,0,NULL)",
					"(3,1,1,0,0,0,'2024-03-02','2024-03-02',1,7,8)");
			assertThat(marts.mart(Mart.ACTIVE_USERS_7D)).containsExactly("('2024-03-01',1,1,1,0,0,0)",
					"('2024-03-02',1,2,1,0,0,0)", "('2024-03-03',0,2,0,0,0,0)", "('2024-03-04',0,2,0,0,0,0)",
					"('2024-03-05',0,2,0,0,0,0)", "('2024-03-06',0,2,0,0,0,0)", "('2024-03-07',0,2,0,0,0,0)",
					"('2024-03-08',0,1,0,0,1,0)", "('2024-03-09',1,1,0,1,1,1)");
			assertThat(marts.mart(Mart.SESSION_ANALYTICS)).containsExactly(
					session(1, "1,'2024-03-01 10:00:00.000000','2024-03-01 10:00:02.100000',2,3,2,1,1",
							"'mobile','iOS','Safari','Rome','Italy'"),
					session(2, "NULL,'2024-03-01 11:00:00.000000','2024-03-01 11:02:00.000000',120,3,1,0,0",
							"'Unknown','Unknown','Unknown','Oslo','Unknown'"),
					session(3, "1,'2024-03-09 23:30:00.000000','2024-03-10 00:30:00.000000',3600,3,0,0,0",
							"'mobile','iOS','Safari','Turin','Italy'"),
					session(4, "3,'2024-03-02 08:00:00.000000','2024-03-02 08:00:00.000000',0,3,0,0,1",
							"'desktop','Linux','Firefox','Unknown','France'"));
			assertThat(marts.mart(Mart.CAMPAIGN_PERFORMANCE)).containsExactly(
					"('a','A','email','2024-02-16','2024-03-01',1,1,0,1,0.4,0,1,30,0,30,74)",
					"('b','Unknown','Unknown','2024-02-16','2024-03-06',2,0,0,2,0.2,0,0,0,0,0,-1)",
					"('c','C','Unknown','2024-03-01','2024-03-01',0,0,1,1,0,1,1,100,1,100,0)",
					"('d','D','social',NULL,NULL,0,0,0,0,0,0,0,0,0,0,0)");
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).containsExactly("('France','Unknown','2024-03-02',1,1,0,0,0,0)",
					"('France','Unknown','2024-03-20',0,0,1,7,7,0)", "('Italy','Rome','2024-03-01',1,1,1,30,30,1)",
					"('Italy','Rome','2024-03-05',0,0,1,100,100,0)", "('Italy','Turin','2024-03-09',1,1,0,0,0,0)",
					"('Unknown','Oslo','2024-03-01',0,1,0,0,0,0)",
					"('Unknown','Unknown','2024-03-05',0,0,1,10.05,10.05,0)");
			assertThat(marts.mart(Mart.DEVICE_ANALYSIS)).containsExactly(
					"('Unknown','Unknown','Unknown','2024-03-01',0,1,0,0,120,0)",
					"('Unknown','Unknown','Unknown','2024-03-05',0,0,1,10.05,0,0)",
					"('desktop','Linux','Firefox','2024-03-02',1,1,0,0,0,0)",
					"('desktop','Linux','Firefox','2024-03-20',0,0,1,7,0,0)",
					"('mobile','iOS','Safari','2024-03-01',1,1,1,30,2.1,1)",
					"('mobile','iOS','Safari','2024-03-05',0,0,1,100,0,0)",
					"('mobile','iOS','Safari','2024-03-09',1,1,0,0,3600,0)");
		}
	}

	@Test
	void daysAreThoseOfTheReportingZone() {
		try (MartFixture marts = new MartFixture("cartpulse.mart.zone=Asia/Tokyo")) {
			storeSpring(marts.dds);
			assertThat(marts.run("tokyo", "asOf=2024-03-10").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.rows("select event_date, total_sessions from data_mart.daily_business_summary "
					+ "where total_sessions > 0 order by all"))
				.containsExactly("('2024-03-01',2)", "('2024-03-02',1)", "('2024-03-10',1)");
			assertThat(marts.rows("select last_session_date, days_since_last_activity from data_mart.user_engagement "
					+ "where user_id = 1"))
				.containsExactly("('2024-03-10',0)");
		}
	}

	@Test
	void makesEmptyMartsOfAnEmptyDds() {
		try (MartFixture marts = new MartFixture()) {
			assertThat(marts.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			for (Mart mart : Mart.values()) {
				assertThat(marts.mart(mart)).as(mart.table()).isEmpty();
			}
			assertThat(marts.builds()).hasSize(Mart.values().length).doesNotContainValue(0L);
		}
	}

	@Test
	void changesNothingWhenThereIsNothingNew() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", "asOf=2024-03-10");
			Map<String, Long> builds = marts.builds();
			JobExecution again = marts.run("second", "asOf=2024-03-10");
			assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(again.getStepExecutions()).allMatch((step) -> step.getWriteCount() == 0);
			assertThat(marts.builds()).isEqualTo(builds);
			assertThat(
					marts.jdbc.queryForObject("select count(*) from etl.loads where published_at is null", Long.class))
				.isZero();
		}
	}

	@Test
	void buildsOnlyTheMartsThatCountBackOnAnotherDay() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", "asOf=2024-03-10");
			Map<String, Long> builds = marts.builds();
			JobExecution next = marts.run("second", "asOf=2024-03-11");
			assertThat(next.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.rows("select days_since_last_activity from data_mart.user_engagement where user_id = 1"))
				.containsExactly("(2)");
			assertThat(changed(builds, marts.builds())).containsExactlyInAnyOrder("user_engagement",
					"customer_segments");
		}
	}

	@Test
	void buildsOnlyTheMartsOfChangedFacts() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", "asOf=2024-03-10");
			Map<String, Long> builds = marts.builds();
			marts.dds.load(2).device(1, "tablet", "iOS", "Safari", "2024-03-02 10:00Z");
			JobExecution next = marts.run("second", "asOf=2024-03-10");
			assertThat(MartFixture.written(next, "publish-user-devices")).isEqualTo(1);
			assertThat(changed(builds, marts.builds())).containsExactlyInAnyOrder("session_analytics",
					"device_analysis", "attention_points", "data_quality_daily");
			assertThat(marts.rows("select distinct device_type from data_mart.session_analytics where user_id = 1"))
				.containsExactly("('tablet')");
		}
	}

	@Test
	void carriesOverLaterVersionsAndDeletions() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", "asOf=2024-03-10");
			marts.dds.load(2)
				.session(1, 1L, "2024-03-01 10:00Z", "2024-03-01 10:00:09Z", null, null)
				.deletedSession(3)
				.order(4, 2L, "2024-03-06 10:00Z", "99.00", "success", "0", null, null);
			assertThat(marts.run("second", "asOf=2024-03-10").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.rows("select session_id, duration_seconds from data_mart.session_analytics order by all"))
				.containsExactly("('" + DdsRows.key(1) + "',9)", "('" + DdsRows.key(2) + "',120)",
						"('" + DdsRows.key(4) + "',0)");
			assertThat(marts.rows("select sum(total_revenue) from data_mart.daily_business_summary"))
				.containsExactly("(246.05)");
			marts.dds.load(3).session(3, 1L, "2024-03-09 23:30Z", "2024-03-10 00:30Z", "Turin", "Italy");
			assertThat(marts.run("third", "asOf=2024-03-10").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.mart(Mart.SESSION_ANALYTICS)).hasSize(4);
		}
	}

	@Test
	void carriesOverEverythingAfterARebuildOfDds() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", "asOf=2024-03-10");
			marts.jdbc.execute("truncate dds.users, dds.sessions, dds.products, dds.campaigns, dds.categories cascade");
			marts.dds.load(2, true).user(4, null, null).events(1, 3);
			assertThat(marts.run("second", "asOf=2024-03-10").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.count("users")).isEqualTo(1);
			assertThat(marts.count("events")).isEqualTo(3);
			assertThat(marts.count("sessions")).isZero();
			assertThat(marts.mart(Mart.USER_ENGAGEMENT)).containsExactly("(4,0,0,0,0,0,NULL,NULL,0,0,NULL)");
			assertThat(marts.mart(Mart.SESSION_ANALYTICS)).isEmpty();
		}
	}

	@Test
	void carriesOverEverythingToAClickHouseThatWasLost() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", "asOf=2024-03-10");
			List<String> before = marts.mart(Mart.GEO_ANALYSIS);
			marts.emptyClickHouse();
			marts.dds.load(2).user(5, null, null);
			assertThat(marts.run("second", "asOf=2024-03-10").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).isEqualTo(before);
			assertThat(marts.count("users")).isEqualTo(4);
		}
	}

	private static String session(int number, String figures, String place) {
		return "('" + DdsRows.key(number) + "'," + figures + "," + place + ")";
	}

	private static List<String> changed(Map<String, Long> before, Map<String, Long> after) {
		return after.keySet().stream().filter((mart) -> !after.get(mart).equals(before.get(mart))).toList();
	}

	/**
	 * Guests, refunds, ties, absent names, and orders at the very edge of a campaign's
	 * window.
	 */
	static void storeSpring(DdsRows dds) {
		dds.load(1)
			.user(1, "Rome", "Italy")
			.user(2, null, null)
			.user(3, null, "France")
			.device(1, "desktop", "Windows", "Chrome", "2024-03-01 10:00Z")
			.device(1, "mobile", "iOS", "Safari", "2024-03-01 10:00Z")
			.device(1, "tablet", "iOS", "Safari", "2024-02-01 10:00Z")
			.device(3, "desktop", "Linux", "Firefox", "2024-03-01 10:00Z")
			.session(1, 1L, "2024-03-01 10:00Z", "2024-03-01 10:00:02.1Z", null, null)
			.session(2, null, "2024-03-01 11:00Z", "2024-03-01 11:02Z", "Oslo", null)
			.session(3, 1L, "2024-03-09 23:30Z", "2024-03-10 00:30Z", "Turin", "Italy")
			.session(4, 3L, "2024-03-02 08:00Z", "2024-03-02 08:00Z", null, null)
			.product(7, "Lamp", "home")
			.product(8, "Chair", null)
			.product(9, null, null)
			.campaign("a", "A", "email")
			.campaign("b", null, null)
			.campaign("c", "C", null)
			.campaign("d", "D", "social")
			// 14 days before order 1 to the microsecond, twice
			.campaignEvent(1, "b", 1L, "view", "0.10", "2024-02-16 10:00:01Z")
			.campaignEvent(2, "a", 1L, "click", "0.30", "2024-02-16 10:00:01Z")
			.campaignEvent(3, "a", null, "view", "0.10", "2024-03-01 09:00Z")
			.campaignEvent(4, "c", 1L, "conversion", "0.00", "2024-03-01 09:00Z")
			// a microsecond too early for order 5
			.campaignEvent(5, "b", 3L, "view", "0.10", "2024-03-06 07:59:59.999999Z")
			.order(1, 1L, "2024-03-01 10:00:01Z", "50.00", "refunded", "20.00", null, 1)
			.order(2, 1L, "2024-03-05 10:00Z", "100.00", "success", "0", "c", null)
			.order(3, null, "2024-03-05 10:00Z", "10.05", "success", "0", null, null)
			.order(4, 2L, "2024-03-06 10:00Z", "99.00", "pending", "0", null, null)
			.order(5, 3L, "2024-03-20 08:00Z", "7.00", "success", "0", null, null)
			.item(1, 1, 7, 2, "20.00")
			.item(2, 1, 7, 1, "10.00")
			.item(3, 1, 8, 1, "5.25")
			.item(4, 3, 9, 3, "3.35")
			.item(5, 4, 7, 9, "11.00")
			.event(1, "view_page", "2024-03-01 10:00Z", 1L, 1, null)
			.event(2, "view_product", "2024-03-01 10:00:01Z", null, 1, null)
			.event(3, "purchase", "2024-03-01 10:00:01Z", 1L, 1, 1)
			.event(4, "purchase", "2024-03-01 10:00:02Z", 1L, 1, 1)
			.event(5, "view_page", "2024-03-01 11:00Z", null, 2, null)
			.event(6, "login", "2024-03-01 12:00Z", 2L, null, null)
			.event(7, "purchase", "2024-03-02 08:00Z", 3L, 4, null);
	}

}
