package io.cartpulse.enrichment.lookup;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Makes equal work that is wanted at the same time one: who comes second waits for what
 * the first one gets.
 *
 * @param <K> equal keys are equal work
 * @param <R> what comes of it
 */
final class InFlight<K, R> {

	private final ConcurrentMap<K, CompletableFuture<R>> running = new ConcurrentHashMap<>();

	/**
	 * Does the work, or waits for who is doing it.
	 * @param joined runs for who only waits
	 */
	R once(K key, Supplier<R> work, Runnable joined) {
		CompletableFuture<R> mine = new CompletableFuture<>();
		CompletableFuture<R> first = this.running.putIfAbsent(key, mine);
		if (first != null) {
			joined.run();
			return result(first);
		}
		try {
			mine.complete(work.get());
		}
		catch (Throwable ex) {
			mine.completeExceptionally(ex);
		}
		finally {
			this.running.remove(key, mine);
		}
		return result(mine);
	}

	private static <R> R result(CompletableFuture<R> future) {
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
