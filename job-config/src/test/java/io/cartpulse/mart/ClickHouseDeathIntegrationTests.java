package io.cartpulse.mart;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.mart.DdsToClickHouseIntegrationTests.storeSpring;
import static io.cartpulse.testing.JobUnderTest.failures;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a publication whose ClickHouse is killed.
 */
class ClickHouseDeathIntegrationTests {

	private static final String DAY = "asOf=2024-03-10";

	/** A fact, a mart, and the swap. */
	@ParameterizedTest
	@ValueSource(strings = { "insert into warehouse.orders", "insert into aside.device_analysis",
			"exchange tables aside.daily_business_summary" })
	void keepsTheMartsAndCompletesAfterADeathAt(String statement) {
		try (MartFixture marts = new MartFixture()) {
			Map<String, List<String>> before = publishSpring(marts);
			storeAnOrderMore(marts);
			marts.clickHouse.before(statement, marts.engines::killClickHouse);
			JobExecution failed = marts.run("death", DAY);
			marts.engines.awaitClickHouse();
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(failed))
				.anyMatch((failure) -> failure.contains("Connection refused") || failure.contains("failed to respond"));
			assertThat(contents(marts)).isEqualTo(before);
			completes(marts);
		}
	}

	@Test
	void saysThatClickHouseIsAwayAtTheStart() {
		try (MartFixture marts = new MartFixture()) {
			Map<String, List<String>> before = publishSpring(marts);
			storeAnOrderMore(marts);
			marts.engines.killClickHouse();
			JobExecution failed = marts.run("death", DAY);
			marts.engines.awaitClickHouse();
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(failures(failed))
				.anyMatch((failure) -> failure.contains("Connection refused") || failure.contains("failed to respond"));
			assertThat(contents(marts)).isEqualTo(before);
			completes(marts);
		}
	}

	private static Map<String, List<String>> publishSpring(MartFixture marts) {
		storeSpring(marts.dds);
		assertThat(marts.run("first", DAY).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		return contents(marts);
	}

	private static void storeAnOrderMore(MartFixture marts) {
		marts.dds.load(2).order(4, 2L, "2024-03-06 10:00Z", "99.00", "success", "0", null, null);
	}

	/** The restart, and the same marts as a run that carries all over. */
	private static void completes(MartFixture marts) {
		JobExecution restarted = marts.run("death", DAY);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		Map<String, List<String>> mended = contents(marts);
		assertThat(marts
			.rows("select total_revenue from data_mart.daily_business_summary " + "where event_date = '2024-03-06'"))
			.containsExactly("(99)");
		assertThat(marts.run("anew", DAY, "mode=full").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(contents(marts)).isEqualTo(mended);
		assertThat(new HashSet<>(marts.builds().values())).hasSize(1);
	}

	private static Map<String, List<String>> contents(MartFixture marts) {
		Map<String, List<String>> contents = new LinkedHashMap<>();
		for (Mart mart : Mart.values()) {
			contents.put(mart.table(), marts.mart(mart));
		}
		return contents;
	}

}
