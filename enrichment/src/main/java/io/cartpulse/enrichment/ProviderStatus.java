package io.cartpulse.enrichment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a provider is doing. Budget, pause, pending and last failure are of all instances;
 * counts and breaker of this one, since it started.
 *
 * @param provider its name, as it stands beside its values
 * @param gives what it is asked for: rates, latest rates, places or weather
 * @param enabled whether it is asked at all
 * @param budgets its budgets, the shortest first; none for what is on board
 * @param pausedUntil it is not asked before this moment; null: it may be asked
 * @param breaker the circuit breaker's state
 * @param hits look-ups answered from what was kept
 * @param misses look-ups that had to be answered anew
 * @param pending values wanted and not there
 * @param lastFailure what went wrong last; null: nothing ever did
 */
public record ProviderStatus(String provider, String gives, boolean enabled, List<Budget> budgets,
		@Nullable Instant pausedUntil, Breaker breaker, long hits, long misses, long pending,
		@Nullable Failure lastFailure) {

	/**
	 * The state of a circuit breaker.
	 */
	public enum Breaker {

		/** Requests go out. */
		CLOSED,
		/**
		 * Too many failed in a row: none goes out for a while, then one, which decides.
		 */
		OPEN

	}

	/**
	 * A budget of requests.
	 *
	 * @param window {@code minute}, {@code day} or {@code month}, in UTC
	 * @param limit how many requests it allows
	 * @param used how many were made
	 * @param resetsAt when the next one begins
	 */
	public record Budget(String window, int limit, int used, Instant resetsAt) {

		/**
		 * How many requests are left.
		 */
		public int left() {
			return Math.max(0, this.limit - this.used);
		}

	}

	/**
	 * A failure.
	 *
	 * @param category its code, the same in logs, alerts and answers
	 * @param message what happened, in one line without secrets
	 * @param at when
	 */
	public record Failure(String category, String message, Instant at) {
	}

}
