package io.cartpulse.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.report.Stage;
import io.cartpulse.warehouse.PipelineStatus.StageRun;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the last run of a stage, whichever job it was part of.
 */
@Component
class StageRuns {

	private static final SearchSql FIND = SearchSql.read(StageRuns.class, "find-last-stage-runs.sql");

	private static final Map<Stage, String[]> JOBS = Map.of(Stage.RAW, new String[] { "kafka-to-raw", "pipeline" },
			Stage.DDS, new String[] { "raw-to-dds", "pipeline" }, Stage.MART,
			new String[] { "dds-to-clickhouse", "pipeline" });

	private final SearchJdbc search;

	private final Clock clock;

	StageRuns(SearchJdbc search, ObjectProvider<Clock> clock) {
		this.search = search;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	/** The last run of a stage; nothing where none is among the jobs' last ones. */
	@Nullable StageRun last(Stage stage) {
		List<Step> steps = this.search.rows(FIND, Map.of("jobs", Objects.requireNonNull(JOBS.get(stage))), Step::of)
			.stream()
			.filter((step) -> Stage.of(step.name()).filter((its) -> its == stage).isPresent())
			.toList();
		return steps.isEmpty() ? null : run(steps.stream().filter((step) -> step.isOf(steps.get(0))).toList());
	}

	private StageRun run(List<Step> steps) {
		Step first = steps.get(0);
		boolean ended = steps.stream().allMatch((step) -> step.endedAt() != null);
		Instant end = steps.stream().map(Step::endedAt).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
		long read = steps.stream().mapToLong(Step::read).sum();
		Instant until = (ended && end != null) ? end : this.clock.instant();
		double seconds = Duration.between(first.startedAt(), until).toMillis() / 1000.0;
		return new StageRun(first.executionId(), first.job(), first.status(), first.startedAt(), ended ? end : null,
				read, (read > 0 && seconds > 0) ? Math.round(read / seconds * 10) / 10.0 : null);
	}

	/**
	 * A step of the stage.
	 *
	 * @param executionId its execution
	 * @param job the execution's job
	 * @param status where the execution is
	 * @param name its name
	 * @param startedAt when it began
	 * @param endedAt when it ended
	 * @param read rows that it has read
	 */
	private record Step(long executionId, String job, BatchStatus status, String name, Instant startedAt,
			@Nullable Instant endedAt, long read) {

		private static Step of(ResultSet row, int number) throws SQLException {
			Instant start = moment(row.getTimestamp("start_time"));
			return new Step(row.getLong("job_execution_id"), row.getString("job_name"),
					BatchStatus.valueOf(row.getString("status")), row.getString("step_name"),
					(start != null) ? start : Instant.EPOCH, moment(row.getTimestamp("end_time")),
					row.getLong("read_count"));
		}

		private static @Nullable Instant moment(@Nullable Timestamp stored) {
			return (stored != null) ? stored.toLocalDateTime().toInstant(ZoneOffset.UTC) : null;
		}

		private boolean isOf(Step other) {
			return this.executionId == other.executionId;
		}

	}

}
