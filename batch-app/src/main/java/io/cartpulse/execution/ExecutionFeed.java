package io.cartpulse.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets others follow a run as it goes on, until it ends. All who follow the same run look
 * at it together.
 */
@Component
public class ExecutionFeed implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ExecutionFeed.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int MOST_FOLLOWERS = 200;

	private final LoadingCache<Long, ExecutionDetail> looks;

	private final Semaphore places = new Semaphore(MOST_FOLLOWERS);

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "execution-feed");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean running;

	private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

	ExecutionFeed(Executions executions) {
		this.looks = Caffeine.newBuilder()
			.expireAfterWrite(PAUSE.dividedBy(2))
			.maximumSize(1000)
			.build(executions::get);
	}

	/**
	 * Shows a run to somebody, now and every half second, until it ends or the follower
	 * goes away.
	 * @throws ProblemException when there is no such execution, or too many follow
	 * already
	 */
	public void follow(long executionId, Follower follower) {
		this.looks.get(executionId);
		if (!this.places.tryAcquire()) {
			throw new ProblemException(ProblemCode.TOO_MANY_STREAMS,
					MOST_FOLLOWERS + " streams are open; close one, or ask for the execution itself.");
		}
		this.followers.add(follower);
		try {
			this.threads.execute(() -> showUntilTheEnd(executionId, follower));
		}
		catch (RejectedExecutionException ex) {
			this.followers.remove(follower);
			this.places.release();
			throw new ProblemException(ProblemCode.STOPPING, "The application is stopping.");
		}
	}

	private void showUntilTheEnd(long executionId, Follower follower) {
		try {
			ExecutionDetail shown = this.looks.get(executionId);
			while (follower.see(shown) && shown.running()) {
				TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
				shown = this.looks.get(executionId);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger.info("those who follow execution {} have to come again", executionId, ex);
		}
		finally {
			this.followers.remove(follower);
			this.places.release();
			follower.end();
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Who follows is sent away, or the web server would wait for them. */
	@Override
	public void stop() {
		this.running = false;
		this.threads.shutdownNow();
		this.followers.forEach(Follower::end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server stops, and after the runs. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 1;
	}

	/**
	 * Somebody who follows a run.
	 */
	public interface Follower {

		/**
		 * Gets the run as it is now.
		 * @return whether the follower is still there
		 */
		boolean see(ExecutionDetail execution);

		/** Is told that nothing more comes. */
		void end();

	}

}
