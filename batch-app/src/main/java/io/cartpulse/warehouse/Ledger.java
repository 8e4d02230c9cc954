package io.cartpulse.warehouse;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.cartpulse.batch.MartDays;
import io.cartpulse.observe.Backlog;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads the pipeline's ledger.
 */
@Component
public class Ledger {

	private static final SearchSql SUM_UP_DAYS = SearchSql.read(Ledger.class, "sum-up-days.sql");

	private static final SearchSql SUM_UP_RUNS = SearchSql.read(Ledger.class, "sum-up-runs.sql");

	private static final SearchSql FIND_RUNS = SearchSql.read(Ledger.class, "find-runs-of-ledger.sql");

	private static final int USUAL_DAYS = 7;

	private static final int MOST_DAYS = 366;

	private final SearchJdbc search;

	private final Backlog backlog;

	private final MartComparison marts;

	private final Clock clock;

	Ledger(SearchJdbc search, Backlog backlog, MartComparison marts, ObjectProvider<Clock> clock) {
		this.search = search;
		this.backlog = backlog;
		this.marts = marts;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	/**
	 * The ledger of some Kafka days.
	 * @param from the first day; the last seven days where it is not given
	 * @param to the last day; today where it is not given
	 * @throws ProblemException when these are no days that can be asked for
	 */
	public Reconciliation of(@Nullable LocalDate from, @Nullable LocalDate to) {
		LocalDate last = (to != null) ? to : LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		LocalDate first = (from != null) ? from : MartDays.firstOf(USUAL_DAYS, last);
		if (!MartDays.have(first) || !MartDays.have(last)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, MartDays.RANGE + ".");
		}
		if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"from must not be after to, and they may be " + MOST_DAYS + " days apart.");
		}
		SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>(Collections.reverseOrder());
		SortedMap<Long, Map<String, Long>> runs = new TreeMap<>(Collections.reverseOrder());
		Map<String, LocalDate> asked = Map.of("from", first, "to", last);
		this.search.rows(SUM_UP_DAYS, asked, (row, number) -> add(days, row.getObject("kafka_date", LocalDate.class),
				row.getString("outcome"), row.getLong("records")));
		this.search.rows(SUM_UP_RUNS, asked, (row, number) -> add(runs, row.getLong("job_instance_id"),
				row.getString("outcome"), row.getLong("records")));
		List<Reconciliation.Day> ofDays = days.entrySet().stream().map(Ledger::day).toList();
		List<Reconciliation.Run> ofRuns = runs(runs);
		boolean balanced = ofDays.stream().allMatch(Reconciliation.Day::balanced)
				&& ofRuns.stream().allMatch(Reconciliation.Run::balanced);
		Backlog.Waiting waiting = this.backlog.waiting();
		MartTotals totals = this.marts.last(waiting.unpublishedRecords());
		return new Reconciliation(first, last, balanced && totals.balanced(), waiting.unreadRows(), ofDays, ofRuns,
				totals);
	}

	private static <K> long add(SortedMap<K, Map<String, Long>> sums, K key, String outcome, long records) {
		return sums.computeIfAbsent(key, (first) -> new HashMap<>()).merge(outcome, records, Long::sum);
	}

	private static Reconciliation.Day day(Map.Entry<LocalDate, Map<String, Long>> day) {
		LedgerLine line = LedgerLine.of(day.getValue());
		return new Reconciliation.Day(day.getKey(), line.received() == line.read(), line);
	}

	private List<Reconciliation.Run> runs(SortedMap<Long, Map<String, Long>> outcomes) {
		Long[] newest = outcomes.keySet().toArray(Long[]::new);
		List<Reconciliation.Run> runs = new ArrayList<>(
				this.search.rows(FIND_RUNS, Map.of("instanceIds", newest), (row, number) -> {
					long instanceId = row.getLong("job_instance_id");
					BatchStatus status = BatchStatus.valueOf(row.getString("status"));
					return new Reconciliation.Run(instanceId, row.getLong("job_execution_id"),
							row.getString("job_name"),
							row.getTimestamp("create_time").toLocalDateTime().toInstant(ZoneOffset.UTC), status,
							status == BatchStatus.COMPLETED,
							LedgerLine.of(outcomes.getOrDefault(instanceId, Map.of())));
				}));
		Collections.reverse(runs);
		return runs;
	}

}
