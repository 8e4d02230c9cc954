package io.cartpulse.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.StepRows;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.report.Stage;

import org.springframework.stereotype.Component;

/**
 * Gathers what a run's progress is estimated from: the rows of its stages, what its steps
 * have done, and the pace of earlier runs.
 */
@Component
class RunProgress {

	private static final SearchSql FIND_EARLIER = SearchSql.read(RunProgress.class, "find-earlier-steps.sql");

	private static final SearchSql FIND_PACE = SearchSql.read(RunProgress.class, "find-pace.sql");

	private static final SearchSql FIND_BACKLOG = SearchSql.read(RunProgress.class, "find-backlog.sql");

	private static final Map<KnownJob, List<Stage>> STAGES = Map.of(KnownJob.PIPELINE, List.of(Stage.values()),
			KnownJob.KAFKA_TO_RAW, List.of(Stage.RAW), KnownJob.RAW_TO_DDS, List.of(Stage.DDS),
			KnownJob.DDS_TO_CLICKHOUSE, List.of(Stage.MART));

	private static final String LOAD_RAW = "load-raw";

	private final SearchJdbc search;

	private final Cache<Long, Pace> paces = Caffeine.newBuilder()
		.maximumSize(1000)
		.expireAfterAccess(Duration.ofMinutes(10))
		.build();

	RunProgress(SearchJdbc search) {
		this.search = search;
	}

	/** What earlier executions of the instance have done; nothing for a first one. */
	Map<String, EarlierStep> earlier(StoredExecution execution) {
		Map<String, EarlierStep> earlier = new HashMap<>();
		if (execution.attempts().get(0) < execution.id()) {
			Object publication = execution.context().getOrDefault("publication.id", Long.MAX_VALUE);
			this.search.rows(FIND_EARLIER,
					Map.of("id", execution.id(), "instanceId", execution.instanceId(), "since", publication),
					(row, number) -> earlier.put(row.getString("step_name"),
							new EarlierStep(row.getLong("read_rows"), row.getBoolean("completed"))));
		}
		return earlier;
	}

	/**
	 * The estimate of a run; nothing where its work is not known.
	 * @param steps how far its steps are, by name
	 * @param earlier what earlier executions of the instance have done
	 */
	Optional<RunEstimate> estimate(StoredExecution execution, Map<String, StepProgress> steps,
			Map<String, EarlierStep> earlier) {
		List<Stage> stages = KnownJob.named(execution.job()).map(STAGES::get).orElse(List.of());
		Map<Stage, Long> rows = rows(execution, stages, steps);
		if (stages.isEmpty() || rows.size() < stages.size()) {
			return Optional.empty();
		}
		Pace pace = this.paces.get(execution.id(), (id) -> pace(execution));
		return Optional.of(new RunEstimate(pace, rows, steps, skipped(earlier)));
	}

	private Map<Stage, Long> rows(StoredExecution execution, List<Stage> stages, Map<String, StepProgress> steps) {
		Map<Stage, Long> rows = new EnumMap<>(Stage.class);
		Map<String, Object> context = execution.context();
		boolean begun = context.containsKey("load.begun");
		boolean published = isCompleted(steps, "begin-publication");
		Backlog backlog = (begun && published) ? Backlog.NONE : backlog(execution);
		if (stages.contains(Stage.RAW)) {
			StepRows.of(context, LOAD_RAW).ifPresent((known) -> rows.put(Stage.RAW, known));
		}
		long ofDds = begun ? sum(context, "load-") : backlog.unread() + remaining(rows, steps);
		if (stages.contains(Stage.DDS) && (begun || isKnown(stages, rows))) {
			rows.put(Stage.DDS, ofDds);
		}
		if (stages.contains(Stage.MART) && (published || isKnown(stages, rows))) {
			rows.put(Stage.MART,
					published ? sum(context, "publish-") : rows.getOrDefault(Stage.DDS, 0L) + backlog.unpublished());
		}
		return rows;
	}

	/** Whether it is known how much comes in. */
	private static boolean isKnown(List<Stage> stages, Map<Stage, Long> rows) {
		return !stages.contains(Stage.RAW) || rows.containsKey(Stage.RAW);
	}

	/** What the run has yet to bring into RAW. */
	private static long remaining(Map<Stage, Long> rows, Map<String, StepProgress> steps) {
		StepProgress loadRaw = steps.get(LOAD_RAW);
		if (loadRaw != null && loadRaw.completed()) {
			return 0;
		}
		return rows.getOrDefault(Stage.RAW, 0L) - ((loadRaw != null) ? loadRaw.done() : 0);
	}

	private static boolean isCompleted(Map<String, StepProgress> steps, String step) {
		StepProgress progress = steps.get(step);
		return progress != null && progress.completed();
	}

	private static long sum(Map<String, Object> context, String verb) {
		return Pace.USUALLY.stepsOf(verb)
			.stream()
			.filter((step) -> !step.equals(LOAD_RAW))
			.mapToLong((step) -> StepRows.of(context, step).orElse(0))
			.sum();
	}

	/** Steps of raw-to-dds are not repeated by a restart once they have completed. */
	private static Set<String> skipped(Map<String, EarlierStep> earlier) {
		return earlier.entrySet()
			.stream()
			.filter((step) -> step.getValue().completed())
			.map(Map.Entry::getKey)
			.filter((step) -> Stage.of(step).filter((stage) -> stage == Stage.DDS).isPresent())
			.collect(Collectors.toSet());
	}

	private Pace pace(StoredExecution execution) {
		return Pace.of(this.search.rows(FIND_PACE, Map.of("job", execution.job(), "before", execution.id()),
				(row, number) -> new Pace.StepRun(row.getString("step_name"), row.getLong("read_count"),
						row.getDouble("seconds"))));
	}

	private Backlog backlog(StoredExecution execution) {
		return this.search
			.rows(FIND_BACKLOG, Map.of("before", execution.id()),
					(row, number) -> new Backlog(row.getLong("unread"), row.getLong("unpublished")))
			.get(0);
	}

	/**
	 * What earlier executions have done of a step.
	 *
	 * @param read rows that they have read of what the step reads now
	 * @param completed whether one of them has completed it
	 */
	record EarlierStep(long read, boolean completed) {

	}

	/**
	 * What waits, outside of the run.
	 *
	 * @param unread offsets that DDS has not read
	 * @param unpublished records that the marts do not have
	 */
	private record Backlog(long unread, long unpublished) {

		private static final Backlog NONE = new Backlog(0, 0);

	}

}
