package io.cartpulse.mart;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
	void mendsTheDamagedDaysOfEveryMartOfDays() {
		try (MartFixture marts = new MartFixture()) {
			storeSpring(marts.dds);
			marts.dds.rate("2024-03-05", "EUR", "0.92", "table");
			marts.run("first", DAY);
			Map<Mart, List<String>> before = contents(marts);
			for (Mart mart : Mart.ofDays()) {
				damage(marts, mart.table(), "event_date between '2024-03-01' and '2024-03-06'");
			}
			marts.run("nothing new", DAY);
			assertThat(contents(marts)).as("a mart whose facts are the same is not built anew")
				.allSatisfy((mart, rows) -> assertThat(rows.isEmpty() || rows.size() < before.get(mart).size())
					.as(mart.table())
					.isTrue());
			JobExecution mended = marts.run("mend", DAY, "from=2024-03-01", "to=2024-03-06");
			assertThat(mended.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(contents(marts)).isEqualTo(before);
		}
	}

	private static Map<Mart, List<String>> contents(MartFixture marts) {
		return Mart.ofDays().stream().collect(Collectors.toMap(Function.identity(), marts::mart));
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
