package io.cartpulse.launch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks, at the start and from time to time, for runs that a dead process left behind,
 * and restarts them. A process that is merely slow still holds its locks and is left
 * alone.
 */
@Component
@EnableConfigurationProperties(LaunchSettings.class)
class OrphanWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OrphanWatch.class);

	private final JobRuns runs;

	private final LaunchSettings settings;

	private @Nullable ScheduledExecutorService clock;

	OrphanWatch(JobRuns runs, LaunchSettings settings) {
		this.runs = runs;
		this.settings = settings;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "orphan-watch");
			thread.setDaemon(true);
			return thread;
		});
		started.scheduleWithFixedDelay(this::look, 0, this.settings.orphanWatch().toMillis(), TimeUnit.MILLISECONDS);
		this.clock = started;
	}

	private void look() {
		try {
			this.runs.restartOrphans();
		}
		catch (RuntimeException ex) {
			// the database may be away; the next look finds the same
			logger.warn("could not look for runs left behind: {}", ex.getMessage());
		}
	}

	@Override
	public synchronized void stop() {
		if (this.clock != null) {
			this.clock.shutdownNow();
			this.clock = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.clock != null;
	}

	/**
	 * Only an application that stays up watches; a single run takes up what is its own.
	 */
	@Override
	public boolean isAutoStartup() {
		return this.settings.watchOrphans();
	}

}
