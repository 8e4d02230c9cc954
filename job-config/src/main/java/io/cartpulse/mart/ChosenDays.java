package io.cartpulse.mart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * Days whose marts are to be built anew though nothing has changed.
 *
 * @param from the first day
 * @param to the last day
 */
record ChosenDays(LocalDate from, LocalDate to) {

	/**
	 * Reads the job parameters {@code from} and {@code to}; one alone stands for a single
	 * day.
	 * @throws IllegalArgumentException when the last day is before the first
	 */
	static Optional<ChosenDays> of(JobParameters parameters) {
		LocalDate from = day(parameters.getString("from"));
		LocalDate to = day(parameters.getString("to"));
		if (from == null && to == null) {
			return Optional.empty();
		}
		ChosenDays days = new ChosenDays((from != null) ? from : to, (to != null) ? to : from);
		if (days.to.isBefore(days.from)) {
			throw new IllegalArgumentException("to=" + days.to + " is before from=" + days.from);
		}
		return Optional.of(days);
	}

	private static @Nullable LocalDate day(@Nullable String text) {
		return (text != null) ? LocalDate.parse(text) : null;
	}

	List<LocalDate> days() {
		return this.from.datesUntil(this.to.plusDays(1)).toList();
	}

}
