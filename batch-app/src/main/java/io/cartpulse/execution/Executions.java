package io.cartpulse.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cartpulse.launch.JobRuns;
import io.cartpulse.paging.Cursor;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Searches executions and looks at one.
 */
@Component
public class Executions {

	private static final SearchSql FIND = SearchSql.read(Executions.class, "find-executions.sql");

	private static final SearchSql COUNT = SearchSql.read(Executions.class, "count-executions.sql");

	private static final SearchSql FIND_WORDS = SearchSql.read(Executions.class, "find-words.sql");

	private static final SearchSql FIND_ONE = SearchSql.read(Executions.class, "find-execution.sql");

	private static final SearchSql FIND_STEPS = SearchSql.read(Executions.class, "find-steps.sql");

	/** One less than is looked for. */
	private static final int FEW = 5000;

	private final SearchJdbc search;

	private final ExecutionDetails details;

	private final Orphans orphans;

	private final Clock clock;

	Executions(SearchJdbc search, ExecutionDetails details, Orphans orphans, ObjectProvider<Clock> clock) {
		this.search = search;
		this.details = details;
		this.orphans = orphans;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	/** A page of executions, newest first. */
	public Page<ExecutionSummary> find(ExecutionFilter filter, PageRequest request) {
		Map<String, @Nullable Object> parameters = searched(filter);
		Page.Total total = this.search.total(COUNT, parameters);
		List<ExecutionSummary> rows = rows(parameters, request.after(2), request.limit() + 1);
		return Page.of(rows, request, total, (row) -> Cursor.of(Cursor.micros(row.createdAt()), row.id()));
	}

	/** The newest execution, if there is any. */
	public Optional<ExecutionSummary> newest(ExecutionFilter filter) {
		return rows(searched(filter), null, 1).stream().findFirst();
	}

	/**
	 * Looks words up first: where few executions have them, these are all that is looked
	 * at; where many have, the newest ones are soon found by going through all.
	 */
	private Map<String, @Nullable Object> searched(ExecutionFilter filter) {
		Map<String, @Nullable Object> parameters = filter.forSql();
		if (parameters.get("words") != null) {
			List<Long> found = this.search.rows(FIND_WORDS, parameters, (row, number) -> row.getLong(1));
			if (found.size() <= FEW) {
				parameters.put("ids", found.toArray(Long[]::new));
				parameters.remove("words");
			}
		}
		return parameters;
	}

	private List<ExecutionSummary> rows(Map<String, @Nullable Object> parameters, @Nullable Cursor after, int rows) {
		if (after != null) {
			parameters.put("afterTime", after.localMoment(0));
			parameters.put("afterId", after.number(1));
		}
		parameters.put("rows", rows);
		Instant now = this.clock.instant();
		return this.search.rows(FIND, parameters, (row, number) -> summary(row, now));
	}

	private static ExecutionSummary summary(ResultSet row, Instant now) throws SQLException {
		Map<String, String> parameters = StoredExecution.parameters(row.getString("parameters"));
		Instant start = StoredExecution.moment(row, "start_time");
		Instant end = StoredExecution.moment(row, "end_time");
		return new ExecutionSummary(row.getLong("job_execution_id"), row.getLong("job_instance_id"),
				row.getString("job_name"), BatchStatus.valueOf(row.getString("status")), row.getString("exit_code"),
				StoredExecution.known(StoredExecution.moment(row, "create_time")), start, end,
				StoredExecution.seconds(start, end, now), parameters.get(JobRuns.STARTED_BY),
				parameters.get(JobRuns.REASON), StoredExecution.own(parameters), row.getLong("read_rows"),
				row.getLong("written_rows"), FailureLine.of(row.getString("causes"), row.getString("exit_message")));
	}

	/**
	 * All about an execution.
	 * @throws ProblemException when there is none of this number
	 */
	public ExecutionDetail get(long id) {
		StoredExecution execution = stored(id);
		boolean orphaned = this.orphans.isOrphan(execution);
		if (orphaned) {
			// it may just have ended, and let go of its layers
			execution = stored(id);
			orphaned = execution.status().isRunning();
		}
		return this.details.of(execution, this.search.rows(FIND_STEPS, Map.of("id", id), StoredStep::of), orphaned);
	}

	StoredExecution stored(long id) {
		return this.search.rows(FIND_ONE, Map.of("id", id), StoredExecution::of)
			.stream()
			.findFirst()
			.orElseThrow(() -> unknown(id));
	}

	static ProblemException unknown(long id) {
		return new ProblemException(ProblemCode.UNKNOWN_EXECUTION, "There is no execution " + id + ".");
	}

}
