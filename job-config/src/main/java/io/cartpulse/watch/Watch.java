package io.cartpulse.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Looks at something again and again from the start of the application to its end, in a
 * thread of its own that the end does not wait for.
 */
public abstract class Watch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Watch.class);

	private final String name;

	private final Duration first;

	private final Duration every;

	private @Nullable ScheduledExecutorService thread;

	/**
	 * A watch.
	 * @param name the thread's name
	 * @param first how long after the start it looks for the first time
	 * @param every how long after the end of a look the next one begins
	 */
	protected Watch(String name, Duration first, Duration every) {
		this.name = name;
		this.first = first;
		this.every = every;
	}

	/** Looks once. What it throws ends this look and not the watch. */
	protected abstract void watch();

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread created = new Thread(task, this.name);
			created.setDaemon(true);
			return created;
		});
		started.scheduleWithFixedDelay(this::tryToWatch, this.first.toMillis(), this.every.toMillis(),
				TimeUnit.MILLISECONDS);
		this.thread = started;
	}

	private void tryToWatch() {
		try {
			watch();
		}
		catch (RuntimeException ex) {
			logger.debug("{} can see nothing now", this.name, ex);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
