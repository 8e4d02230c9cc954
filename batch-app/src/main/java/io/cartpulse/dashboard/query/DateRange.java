package io.cartpulse.dashboard.query;

import java.time.LocalDate;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A range of days.
 *
 * @param from the first one
 * @param to the last one
 */
public record DateRange(LocalDate from, LocalDate to) {

	/** ClickHouse's type Date has these days. */
	private static final LocalDate FIRST = LocalDate.EPOCH;

	private static final LocalDate LAST = LocalDate.of(2149, 6, 6);

	public DateRange {
		if (from.isAfter(to)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"from " + from + " lies after to " + to + ". Send them the other way round.");
		}
		if (from.isBefore(FIRST) || to.isAfter(LAST)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "Days lie between " + FIRST + " and " + LAST + ".");
		}
	}

	/** A range whose ends may be left out. */
	static DateRange of(@Nullable LocalDate from, @Nullable LocalDate to, int days, LocalDate today) {
		LocalDate last = (to != null) ? to : (from != null && from.isAfter(today)) ? from : today;
		return new DateRange((from != null) ? from : last.minusDays(days - 1L), last);
	}

}
