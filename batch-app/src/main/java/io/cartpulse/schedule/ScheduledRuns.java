package io.cartpulse.schedule;

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

	void begin(KnownJob job) {
		this.threads.execute(() -> run(job));
	}

	private void run(KnownJob job) {
		try {
			this.runs.run(job, Map.of(), STARTED_BY)
				.forEach((run) -> logger.info("scheduled {}, execution {}: {}", job.jobName(), run.getId(),
						run.getStatus().name().toLowerCase(Locale.ROOT)));
		}
		catch (LaunchRefusedException ex) {
			logger.info("left out this time: {}", ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("scheduled {} could not be started", job.jobName(), ex);
		}
	}

	/**
	 * Runs a job to its end, as {@link JobRuns#run}.
	 */
	interface Runs {

		List<JobExecution> run(KnownJob job, Map<String, String> parameters, String startedBy);

	}

}
