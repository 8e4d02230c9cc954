package io.cartpulse.mart;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.mart.DdsToClickHouseIntegrationTests.storeSpring;
import static org.assertj.core.api.Assertions.assertThat;

class DdsToClickHouseFailureIntegrationTests {

	private static final String DAY = "asOf=2024-03-10";

	@Test
	void resumesBehindTheLastCommittedPage() {
		try (MartFixture marts = new MartFixture("cartpulse.mart.page-size=100")) {
			marts.dds.load(1).events(1, 1000);
			marts.clickHouse.failAt("insert into aside.events", 4);
			JobExecution failed = marts.run("crash");
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(MartFixture.written(failed, "publish-events")).isEqualTo(400);
			marts.clickHouse.recover();
			JobExecution resumed = marts.run("crash");
			assertThat(resumed.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(MartFixture.written(resumed, "publish-events")).isEqualTo(600);
			assertThat(marts.count("events")).isEqualTo(1000);
		}
	}

	@Test
	void carriesOverWhatCameBetweenFailureAndRestart() {
		try (MartFixture marts = new MartFixture("cartpulse.mart.page-size=100")) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			marts.dds.load(2).events(1001, 1000);
			marts.clickHouse.failAt("insert into warehouse.events", 4);
			assertThat(marts.run("crash", DAY).getStatus()).isEqualTo(BatchStatus.FAILED);
			marts.clickHouse.recover();
			marts.dds.load(3).events(3001, 10).session(9, 2L, "2024-03-03 10:00Z", "2024-03-03 10:01Z", null, null);
			assertThat(marts.run("crash", DAY).getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.count("events")).isEqualTo(1017);
			assertThat(marts.mart(Mart.SESSION_ANALYTICS)).hasSize(5);
		}
	}

	@Test
	void finishesTheSwapsAfterACrashBetweenTwo() {
		try (MartFixture marts = new MartFixture()) {
			marts.run("empty", DAY);
			Map<String, Long> before = marts.builds();
			storeSpring(marts.dds);
			marts.clickHouse.failAt("exchange tables aside.session_analytics", 0);
			JobExecution failed = marts.run("crash", DAY);
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			Map<String, Long> between = marts.builds();
			assertThat(between.get("daily_business_summary")).isEqualTo(failed.getId());
			assertThat(between.get("geo_analysis")).isEqualTo(before.get("geo_analysis"));
			marts.clickHouse.recover();
			// whoever builds anew now does not finish, but begin again
			marts.clickHouse.failAt("insert into aside.daily_business_summary", 0);
			assertThat(marts.run("crash", DAY).getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(new HashSet<>(marts.builds().values())).containsExactly(failed.getId());
			assertThat(marts.rows("select name from system.tables where database = 'aside'")).isEmpty();
		}
	}

	@Test
	void beginsAnewWhenAnotherRunCameBetween() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.clickHouse.failAt("exchange tables aside.session_analytics", 0);
			assertThat(marts.run("first", DAY).getStatus()).isEqualTo(BatchStatus.FAILED);
			marts.clickHouse.failAt("exchange tables aside.geo_analysis", 0);
			assertThat(marts.run("second", DAY).getStatus()).isEqualTo(BatchStatus.FAILED);
			marts.clickHouse.recover();
			JobExecution last = marts.run("first", DAY);
			assertThat(last.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(new HashSet<>(marts.builds().values())).containsExactly(last.getId());
			assertThat(marts.mart(Mart.SESSION_ANALYTICS)).hasSize(4);
		}
	}

	@Test
	void keepsThePreviousMartsWhenOneCannotBeBuilt() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			Map<String, Long> builds = marts.builds();
			List<String> geo = marts.mart(Mart.GEO_ANALYSIS);
			marts.dds.load(2).order(4, 2L, "2024-03-06 10:00Z", "99.00", "success", "0", null, null);
			marts.clickHouse.failAt("insert into aside.device_analysis", 0);
			assertThat(marts.run("second", DAY).getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(marts.builds()).isEqualTo(builds);
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).isEqualTo(geo);
			marts.clickHouse.recover();
			assertThat(marts.run("second", DAY).getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.rows("select total_revenue from data_mart.geo_analysis where event_date = '2024-03-06'"))
				.containsExactly("(99)");
		}
	}

	@Test
	void failsWhenATotalDisagreesWithDds() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			List<String> before = marts.mart(Mart.DAILY_BUSINESS_SUMMARY);
			marts.dds.load(2).order(4, 2L, "2024-03-06 10:00Z", "99.00", "success", "0", null, null);
			marts.clickHouse.spoilBehind("insert into aside.geo_analysis",
					"alter table aside.geo_analysis delete where event_date = '2024-03-20' settings mutations_sync = 1");
			JobExecution failed = marts.run("second", DAY);
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(MartFixture.failure(failed)).contains(
					"1 totals of the marts disagree with DDS: revenue of 2024-03-20 is 7.00 in DDS and 0 in geo_analysis");
			assertThat(marts.mart(Mart.DAILY_BUSINESS_SUMMARY)).isEqualTo(before);
			marts.clickHouse.recover();
			assertThat(marts.run("second", DAY).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
	}

	@Test
	void carriesOverAllWhenAskedTo() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			marts.clickHouse.execute("truncate table warehouse.orders");
			marts.dds.load(2).order(4, 2L, "2024-03-06 10:00Z", "99.00", "success", "0", null, null);
			assertThat(MartFixture.failure(marts.run("second", DAY))).contains("mode=full");
			assertThat(marts.run("third", DAY, "mode=full").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.count("orders")).isEqualTo(5);
		}
	}

}
