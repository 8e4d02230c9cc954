package io.cartpulse.warehouse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.MartDays;
import io.cartpulse.batch.SqlFile;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.mart.DayMarts;
import io.cartpulse.observe.Backlog;
import io.cartpulse.observe.EngineDownException;
import io.cartpulse.observe.Marts;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.warehouse.BackfillPlan.PlannedDay;
import io.cartpulse.warehouse.BackfillPlan.MartRows;

import org.springframework.stereotype.Component;

/**
 * Builds chosen days of the marts anew, or tells what that would be.
 */
@Component
public class Backfills {

	private static final String COUNT_ROWS = SqlFile.read(Backfills.class, "count-day-rows.sql");

	private static final String STAGE = "mart";

	private static final int MOST_DAYS = 366;

	private final ExecutionActions executions;

	private final Marts marts;

	private final Backlog backlog;

	Backfills(ExecutionActions executions, Marts marts, Backlog backlog) {
		this.executions = executions;
		this.marts = marts;
		this.backlog = backlog;
	}

	/**
	 * Launches the job that builds the days anew.
	 * @return the number of the execution
	 * @throws ProblemException when these are no days that can be built, or another run
	 * is in the way
	 */
	public long launch(BackfillRequest request, Caller caller) {
		Span span = span(request);
		return this.executions.launch(KnownJob.DDS_TO_CLICKHOUSE,
				Map.of("from", span.from.toString(), "to", span.to.toString()),
				"backfill of " + span.from + " to " + span.to, caller);
	}

	/**
	 * Tells what would be built anew; changes nothing.
	 * @throws ProblemException when these are no days that can be built, or ClickHouse
	 * does not answer
	 */
	public BackfillPlan plan(BackfillRequest request) {
		Span span = span(request);
		Map<String, Long> byMart = new LinkedHashMap<>();
		DayMarts.tables().forEach((mart) -> byMart.put(mart, 0L));
		Map<LocalDate, Map<String, Long>> byDay = new TreeMap<>();
		span.from.datesUntil(span.to.plusDays(1)).forEach((day) -> byDay.put(day, new LinkedHashMap<>()));
		rows(span).forEach((found) -> {
			byMart.merge(found.mart, found.rows, Long::sum);
			byDay.get(found.date).put(found.mart, found.rows);
		});
		List<PlannedDay> days = byDay.entrySet()
			.stream()
			.map((day) -> new PlannedDay(day.getKey(), sum(day.getValue()), rows(day.getValue())))
			.toList();
		return new BackfillPlan(span.from, span.to, STAGE, KnownJob.DDS_TO_CLICKHOUSE.jobName(), sum(byMart),
				this.backlog.waiting().unpublishedRecords(), rows(byMart), days);
	}

	private List<Found> rows(Span span) {
		try {
			return this.marts.rows(COUNT_ROWS, List.of(span.from.toString(), span.to.toString()),
					(row, number) -> new Found(row.getObject("event_date", LocalDate.class), row.getString("mart"),
							row.getLong("mart_rows")));
		}
		catch (EngineDownException ex) {
			throw new ProblemException(ProblemCode.CLICKHOUSE_DOWN, ex.getMessage() + ".");
		}
	}

	private static Span span(BackfillRequest request) {
		if (request.stage() != null && !request.stage().equals(STAGE)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"stage must be " + STAGE + "; DDS is made anew by raw-to-dds with mode=rebuild.");
		}
		LocalDate first = request.from();
		LocalDate last = (request.to() != null) ? request.to() : first;
		if (first == null || last == null || last.isBefore(first)
				|| ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"from must be given and not be after to, and " + MOST_DAYS + " days at most can be built at once.");
		}
		if (!MartDays.have(first) || !MartDays.have(last)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, MartDays.RANGE + ".");
		}
		return new Span(first, last);
	}

	private static List<MartRows> rows(Map<String, Long> byMart) {
		return byMart.entrySet().stream().map((mart) -> new MartRows(mart.getKey(), mart.getValue())).toList();
	}

	private static long sum(Map<String, Long> byMart) {
		return byMart.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Days.
	 *
	 * @param from the first one
	 * @param to the last one
	 */
	private record Span(LocalDate from, LocalDate to) {

	}

	/**
	 * Rows that are there.
	 *
	 * @param date their day
	 * @param mart their mart
	 * @param rows how many
	 */
	private record Found(LocalDate date, String mart, long rows) {

	}

}
