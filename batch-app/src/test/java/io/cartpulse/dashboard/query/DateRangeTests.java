package io.cartpulse.dashboard.query;

import java.time.LocalDate;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link DateRange}.
 */
class DateRangeTests {

	private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

	@Test
	void isTheUsualOneUpToTodayWhereNothingIsSaid() {
		assertThat(DateRange.of(null, null, 30, TODAY)).isEqualTo(range("2026-03-02", "2026-03-31"));
	}

	@Test
	void goesBackTheUsualDaysFromAnEnd() {
		assertThat(DateRange.of(null, LocalDate.parse("2026-01-10"), 7, TODAY))
			.isEqualTo(range("2026-01-04", "2026-01-10"));
	}

	@Test
	void goesOnToTodayFromABeginning() {
		assertThat(DateRange.of(LocalDate.parse("2026-01-10"), null, 7, TODAY))
			.isEqualTo(range("2026-01-10", "2026-03-31"));
	}

	@Test
	void isOneDayWhereItBeginsAfterToday() {
		assertThat(DateRange.of(LocalDate.parse("2026-04-02"), null, 7, TODAY))
			.isEqualTo(range("2026-04-02", "2026-04-02"));
	}

	@Test
	void refusesEndsTheWrongWayRound() {
		refused("2026-02-02", "2026-02-01");
	}

	@Test
	void refusesDaysThatClickHouseDoesNotHave() {
		refused("1969-12-31", "2026-02-01");
		refused("2026-02-01", "2149-06-07");
	}

	private static void refused(String from, String to) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> range(from, to))
			.extracting(ProblemException::code)
			.isEqualTo(ProblemCode.UNUSABLE_VALUE);
	}

	private static DateRange range(String from, String to) {
		return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
	}

}
