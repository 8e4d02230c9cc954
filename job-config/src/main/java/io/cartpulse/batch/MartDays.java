package io.cartpulse.batch;

import java.time.LocalDate;

/**
 * The days that marts can have: those of ClickHouse's type Date.
 */
public final class MartDays {

	/** The first one. */
	public static final LocalDate FIRST = LocalDate.EPOCH;

	/** The last one. */
	public static final LocalDate LAST = LocalDate.of(2149, 6, 6);

	/** For people. */
	public static final String RANGE = "Days lie between " + FIRST + " and " + LAST;

	private MartDays() {
	}

	/** The first of so many days up to a last one, as far as marts can have them. */
	public static LocalDate firstOf(int days, LocalDate last) {
		return last.isBefore(FIRST.plusDays(days)) ? FIRST : last.minusDays(days - 1L);
	}

	/** Whether marts can have a day. */
	public static boolean have(LocalDate day) {
		return !day.isBefore(FIRST) && !day.isAfter(LAST);
	}

}
