package io.cartpulse.launch;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * At the application's end, stops the running job at its next chunk before anything it
 * needs goes away.
 */
@Component
class StopRunsFirst implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(StopRunsFirst.class);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final JobRuns runs;

	private volatile boolean started;

	StopRunsFirst(JobRuns runs) {
		this.runs = runs;
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
		if (!this.runs.stop(PATIENCE)) {
			logger.warn("the running step did not stop within {} s; the next start takes the run up again",
					PATIENCE.toSeconds());
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
