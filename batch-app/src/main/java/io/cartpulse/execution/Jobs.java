package io.cartpulse.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.JobOverview.DayFigures;
import io.cartpulse.execution.JobOverview.Parameter;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;

import org.springframework.batch.core.BatchStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The jobs, and how they are doing.
 */
@Component
public class Jobs {

	private static final SearchSql FIND_FIGURES = SearchSql.read(Jobs.class, "find-job-figures.sql");

	private static final Duration DAY = Duration.ofHours(24);

	private static final List<BatchStatus> RUNNING = Arrays.stream(BatchStatus.values())
		.filter(BatchStatus::isRunning)
		.toList();

	private final Executions executions;

	private final SearchJdbc search;

	private final ObjectProvider<NextRuns> nextRuns;

	private final Clock clock;

	Jobs(Executions executions, SearchJdbc search, ObjectProvider<NextRuns> nextRuns, ObjectProvider<Clock> clock) {
		this.executions = executions;
		this.search = search;
		this.nextRuns = nextRuns;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	/** All jobs. */
	public List<JobOverview> all() {
		Map<String, DayFigures> figures = figures();
		return Arrays.stream(KnownJob.values()).map((job) -> overview(job, figures)).toList();
	}

	/** One job. */
	public JobOverview get(KnownJob job) {
		return overview(job, figures());
	}

	/**
	 * The job of a name.
	 * @throws ProblemException when there is none
	 */
	public static KnownJob named(String name) {
		return KnownJob.named(name)
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_JOB,
					"No job has this name; jobs: " + KnownJob.names() + "."));
	}

	private JobOverview overview(KnownJob job, Map<String, DayFigures> figures) {
		ExecutionFilter ofJob = ExecutionFilter.of(job.jobName());
		ExecutionFilter runs = new ExecutionFilter(job.jobName(), RUNNING, null, null, Map.of(), null);
		Optional<Instant> next = this.nextRuns.stream()
			.map((schedule) -> schedule.nextRun(job))
			.flatMap(Optional::stream)
			.min(Instant::compareTo);
		return new JobOverview(job.jobName(), job.description(), job.parameters().stream().map(Parameter::of).toList(),
				this.executions.newest(runs).orElse(null), this.executions.newest(ofJob).orElse(null),
				next.orElse(null), figures.getOrDefault(job.jobName(), DayFigures.NONE));
	}

	private Map<String, DayFigures> figures() {
		LocalDateTime since = LocalDateTime.ofInstant(this.clock.instant().minus(DAY), ZoneOffset.UTC);
		return this.search
			.rows(FIND_FIGURES, Map.of("since", since), (row, number) -> Map.entry(row.getString("job_name"),
					new DayFigures(row.getLong("executions"), row.getLong("completed"), row.getLong("failed"),
							row.getLong("stopped"), row.getDouble("mean_seconds"), row.getDouble("max_seconds"))))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
	}

}
