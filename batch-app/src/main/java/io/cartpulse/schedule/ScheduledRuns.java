package io.cartpulse.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.LaunchRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * Runs jobs whose time has come: first what an earlier run left undone, then a new one. A
 * run that finds another one in its way is left out; its time comes again.
 */
class ScheduledRuns {

	private static final Logger logger = LoggerFactory.getLogger(ScheduledRuns.class);

	private static final String STARTED_BY = "schedule";

	private final Runs runs;

	private final TaskExecutor threads;

	ScheduledRuns(Runs runs, TaskExecutor threads) {
		this.runs = runs;
		this.threads = threads;
	}

	/** Runs that end with the process: its end waits for their chunk elsewhere. */
	static ScheduledRuns of(JobRuns runs) {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("schedule-");
		threads.setDaemon(true);
		return new ScheduledRuns(runs::run, threads);
	}

	/**
	 * Begins a run and does not wait for its end.
	 * @param job what to run
	 * @param due the time of its schedule that has come
	 */
	void begin(KnownJob job, Instant due) {
		this.threads.execute(() -> run(job, due));
	}

	private void run(KnownJob job, Instant due) {
		try {
			this.runs.run(job, Map.of(), STARTED_BY)
				.forEach((run) -> logger.info("{} scheduled for {}, execution {}: {}", job.jobName(), due, run.getId(),
						run.getStatus().name().toLowerCase(Locale.ROOT)));
		}
		catch (LaunchRefusedException ex) {
			logger.info("{} scheduled for {} is left out: {}", job.jobName(), due, ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("{} scheduled for {} could not be started", job.jobName(), due, ex);
		}
	}

	/**
	 * Runs a job to its end, as {@link JobRuns#run}.
	 */
	interface Runs {

		List<JobExecution> run(KnownJob job, Map<String, String> parameters, String startedBy);

	}

}
