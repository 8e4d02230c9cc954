package io.cartpulse.mart;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.mart.DdsToClickHouseIntegrationTests.storeSpring;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Days that are built anew because somebody asks for them.
 */
class ChosenDaysIntegrationTests {

	private static final String DAY = "asOf=2024-03-10";

	@Test
	void mendsTheDamagedDayAndLeavesTheOthers() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			List<String> geo = marts.mart(Mart.GEO_ANALYSIS);
			List<String> summary = marts.mart(Mart.DAILY_BUSINESS_SUMMARY);
			damage(marts, "geo_analysis", "event_date = '2024-03-05'");
			damage(marts, "daily_business_summary", "event_date in ('2024-03-05', '2024-03-06')");
			marts.run("nothing new", DAY);
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).hasSizeLessThan(geo.size());
			JobExecution mended = marts.run("mend", DAY, "from=2024-03-05", "to=2024-03-06");
			assertThat(mended.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).isEqualTo(geo);
			assertThat(marts.mart(Mart.DAILY_BUSINESS_SUMMARY)).isEqualTo(summary);
		}
	}

	@Test
	void refusesToPublishWhatDoesNotAddUpOnAnotherDay() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			damage(marts, "geo_analysis", "event_date = '2024-03-20'");
			JobExecution other = marts.run("other", DAY, "from=2024-03-05", "to=2024-03-05");
			assertThat(other.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(MartFixture.failure(other))
				.contains("revenue of 2024-03-20 is 7.00 in DDS and 0 in geo_analysis");
			assertThat(marts.run("right", DAY, "from=2024-03-20").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
	}

	@Test
	void refusesALastDayBeforeTheFirst() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			JobExecution refused = marts.run("wrong", DAY, "from=2024-03-06", "to=2024-03-05");
			assertThat(refused.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(MartFixture.failure(refused)).contains("to=2024-03-05 is before from=2024-03-06");
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).isEmpty();
		}
	}

	@Test
	void waitsForALoadThatWasLeftBeforeItsEnd() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.run("first", DAY);
			List<String> geo = marts.mart(Mart.GEO_ANALYSIS);
			marts.dds.load(2).order(4, 2L, "2024-03-06 10:00Z", "99.00", "success", "0", null, null);
			marts.jdbc.update("update etl.loads set unfinished = true where load_id = 2");
			JobExecution refused = marts.run("second", DAY);
			assertThat(refused.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(MartFixture.failure(refused)).contains(
					"a run of raw-to-dds or pipeline was left before its end, so DDS is not in order: restart that run");
			assertThat(marts.mart(Mart.GEO_ANALYSIS)).isEqualTo(geo);
		}
	}

	private static void damage(MartFixture marts, String mart, String rows) {
		marts.clickHouse
			.execute("alter table data_mart." + mart + " delete where " + rows + " settings mutations_sync = 1");
	}

}
