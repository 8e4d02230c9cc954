package io.cartpulse.warehouse;

import java.time.LocalDate;
import java.util.List;

/**
 * What a backfill builds anew.
 *
 * @param from the first day
 * @param to the last day
 * @param stage the stage, {@code mart}
 * @param job the job that does it
 * @param rows rows of these days that are there now, and are replaced
 * @param unpublishedRecords accepted records that the marts do not have yet: the run
 * publishes them too
 * @param marts the marts with a row for each day, and their rows of all these days
 * @param days the days, each with the rows of each mart
 */
public record BackfillPlan(LocalDate from, LocalDate to, String stage, String job, long rows, long unpublishedRecords,
		List<MartRows> marts, List<PlannedDay> days) {

	public BackfillPlan {
		marts = List.copyOf(marts);
		days = List.copyOf(days);
	}

	/**
	 * A day that is built anew.
	 *
	 * @param date the day, in the reporting zone
	 * @param rows its rows in all these marts
	 * @param marts its rows by mart; those without any are left out
	 */
	public record PlannedDay(LocalDate date, long rows, List<MartRows> marts) {

		public PlannedDay {
			marts = List.copyOf(marts);
		}

	}

	/**
	 * Rows of a mart.
	 *
	 * @param mart its table
	 * @param rows how many
	 */
	public record MartRows(String mart, long rows) {

	}

}
