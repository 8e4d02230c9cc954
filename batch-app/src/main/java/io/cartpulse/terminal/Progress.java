package io.cartpulse.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says on the terminal what is going on, each line with the time since the start.
 */
public final class Progress {

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

	private final Terminal terminal;

	private final long start = System.nanoTime();

	public Progress(Terminal terminal) {
		this.terminal = terminal;
	}

	/** Says something. */
	public void say(String text) {
		double seconds = (System.nanoTime() - this.start) / 1e9;
		this.terminal.print(String.format(Locale.ROOT, "%7.1f s  %s", seconds, text));
	}

	/**
	 * Does a piece of work, and says every two seconds that it goes on.
	 * @param what the work, in words
	 * @param state how far it is, empty for nothing to say
	 * @param work the work
	 * @return what the work gives
	 * @throws Exception what the work throws
	 */
	public <T> T during(String what, Supplier<String> state, Callable<T> work) throws Exception {
		long began = System.nanoTime();
		say(what + " …");
		ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		try {
			clock.scheduleAtFixedRate(() -> sayThatItGoesOn(what, state, began), BETWEEN_LINES.toMillis(),
					BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS);
			return work.call();
		}
		finally {
			clock.shutdownNow();
		}
	}

	private void sayThatItGoesOn(String what, Supplier<String> state, long began) {
		String now;
		try {
			now = state.get();
		}
		catch (RuntimeException ex) {
			// the state is for the eye only; the work itself tells what is wrong
			now = "";
		}
		long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
		say(what + " … " + (now.isEmpty() ? "" : now + ", ") + seconds + " s");
	}

}
