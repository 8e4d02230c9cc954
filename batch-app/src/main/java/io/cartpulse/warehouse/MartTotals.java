package io.cartpulse.warehouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The last line of the ledger: totals of DDS that the marts give back, over all days.
 * Each run that publishes compares them day by day; when they differ it fails, and the
 * marts before it stay.
 *
 * @param balanced whether the last comparison found all totals equal; also where there
 * was none
 * @param executionId the execution that compared last
 * @param comparedAt when
 * @param unpublished accepted records that came into DDS since the marts were published
 * @param totals the totals of the last run that found them equal
 */
public record MartTotals(boolean balanced, @Nullable Long executionId, @Nullable Instant comparedAt, long unpublished,
		List<MartTotal> totals) {

	public MartTotals {
		totals = List.copyOf(totals);
	}

	/**
	 * A total.
	 *
	 * @param total revenue, sessions or items
	 * @param mart the mart that has it
	 * @param days of how many days
	 * @param inDds how much it is in DDS
	 * @param inMart how much it is in the mart
	 * @param balanced whether these are the same
	 */
	public record MartTotal(String total, String mart, int days, BigDecimal inDds, BigDecimal inMart,
			boolean balanced) {

		static MartTotal of(String total, String mart, int days, BigDecimal inDds, BigDecimal inMart) {
			return new MartTotal(total, mart, days, inDds, inMart, inDds.compareTo(inMart) == 0);
		}

	}

}
