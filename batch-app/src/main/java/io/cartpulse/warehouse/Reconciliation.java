package io.cartpulse.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.batch.core.BatchStatus;

/**
 * The ledger of some Kafka days.
 *
 * @param from the first day
 * @param to the last day
 * @param balanced whether every day, every run and the marts are
 * @param waiting RAW rows that raw-to-dds has not read yet, of all days: a day with such
 * rows is not balanced yet
 * @param days by day, the newest first
 * @param runs by run, the newest first
 * @param marts what the marts give back of DDS, over all days
 */
public record Reconciliation(LocalDate from, LocalDate to, boolean balanced, long waiting, List<Day> days,
		List<Run> runs, MartTotals marts) {

	public Reconciliation {
		days = List.copyOf(days);
		runs = List.copyOf(runs);
	}

	/**
	 * A Kafka day.
	 *
	 * @param date the day, in UTC
	 * @param balanced whether DDS has read what RAW has received
	 * @param ledger what became of the day's records
	 */
	public record Day(LocalDate date, boolean balanced, LedgerLine ledger) {

	}

	/**
	 * A run: a job instance with all its executions.
	 *
	 * @param instanceId the number of the instance
	 * @param executionId its last execution
	 * @param job the job's name
	 * @param startedAt when that was launched
	 * @param status where it is; a run whose counts do not add up is FAILED
	 * @param balanced whether it has completed, and so was checked
	 * @param ledger what became of the records of these days
	 */
	public record Run(long instanceId, long executionId, String job, Instant startedAt, BatchStatus status,
			boolean balanced, LedgerLine ledger) {

	}

}
