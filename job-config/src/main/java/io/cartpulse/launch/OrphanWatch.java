package io.cartpulse.launch;

import java.time.Duration;

import io.cartpulse.watch.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks, at the start and from time to time, for runs that a dead process left behind,
 * and restarts them. A process that is merely slow still holds its locks and is left
 * alone.
 */
@Component
@EnableConfigurationProperties(LaunchSettings.class)
class OrphanWatch extends Watch {

	private static final Logger logger = LoggerFactory.getLogger(OrphanWatch.class);

	private final JobRuns runs;

	private final boolean whileUp;

	OrphanWatch(JobRuns runs, LaunchSettings settings) {
		super("orphan-watch", Duration.ZERO, settings.orphanWatch());
		this.runs = runs;
		this.whileUp = settings.watchOrphans();
	}

	@Override
	protected void watch() {
		try {
			this.runs.restartOrphans();
		}
		catch (RuntimeException ex) {
			// the database may be away; the next look finds the same
			logger.warn("could not look for runs left behind: {}", ex.getMessage());
		}
	}

	/**
	 * Only an application that stays up watches; a single run takes up what is its own.
	 */
	@Override
	public boolean isAutoStartup() {
		return this.whileUp;
	}

}
