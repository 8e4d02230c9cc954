package io.cartpulse.dashboard.query;

import java.time.LocalDate;

import io.cartpulse.batch.MartDays;
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

	public DateRange {
		if (!MartDays.have(from) || !MartDays.have(to)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, MartDays.RANGE + ".");
		}
		if (from.isAfter(to)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"from " + from + " lies after to " + to + ". Send them the other way round.");
		}
	}

	/** A range whose ends may be left out. */
	static DateRange of(@Nullable LocalDate from, @Nullable LocalDate to, int days, LocalDate today) {
		LocalDate last = (to != null) ? to : (from != null && from.isAfter(today)) ? from : today;
		return new DateRange((from != null) ? from : MartDays.firstOf(days, last), last);
	}

}
