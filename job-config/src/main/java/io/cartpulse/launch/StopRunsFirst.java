package io.cartpulse.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.cartpulse.batch.LayerLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * At the application's end, stops the running jobs at their next chunk before anything
 * they need goes away.
 */
@Component
class StopRunsFirst implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(StopRunsFirst.class);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final JobRuns runs;

	private final JobRepository repository;

	private final LayerLocks locks;

	private volatile boolean started;

	StopRunsFirst(JobRuns runs, JobRepository repository, LayerLocks locks) {
		this.runs = runs;
		this.repository = repository;
		this.locks = locks;
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
		this.runs.refuseLaunches();
		Instant end = Instant.now().plus(PATIENCE);
		for (Set<Long> running = this.locks.executions(); !running.isEmpty(); running = this.locks.executions()) {
			running.forEach(this::askToStop);
			if (Instant.now().isAfter(end) || !paused()) {
				logger.warn("the running step did not stop within {} s; the next start takes the run up again",
						PATIENCE.toSeconds());
				return;
			}
		}
	}

	private void askToStop(long executionId) {
		JobExecution execution = this.repository.getJobExecution(executionId);
		if (execution != null && execution.isRunning() && execution.getStatus() != BatchStatus.STOPPING) {
			this.runs.stop(execution);
		}
	}

	private static boolean paused() {
		try {
			Thread.sleep(PAUSE.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

	/** The last to start, so the first to stop. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
