package io.cartpulse.enrichment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a look-up comes back with. Trouble with a provider is an answer too, never an
 * exception.
 *
 * @param <T> the value looked up
 */
public sealed interface Answer<T> {

	/**
	 * The value is known, and kept.
	 *
	 * @param <T> the value looked up
	 * @param value the value
	 * @param source who said so: a provider's name, {@code atlas} or {@code sample}
	 */
	record Found<T>(T value, String source) implements Answer<T> {
	}

	/**
	 * It is known, and kept, that there is nothing: no city in an ocean.
	 *
	 * @param <T> the value looked up
	 * @param source who said so
	 */
	record Nothing<T>(String source) implements Answer<T> {
	}

	/**
	 * Not known yet, and noted as wanted: ask again in a later run.
	 *
	 * @param <T> the value looked up
	 * @param reason why it is not there
	 * @param notBefore asking earlier than this is of no use; null: unknown
	 */
	record Pending<T>(Reason reason, @Nullable Instant notBefore) implements Answer<T> {
	}

	/**
	 * Nobody is there to ask, by the settings; nothing is noted.
	 *
	 * @param <T> the value looked up
	 * @param explanation what setting would change that
	 */
	record Off<T>(String explanation) implements Answer<T> {
	}

	/**
	 * Why an answer is pending.
	 */
	enum Reason {

		/** The day or hour is not over, or the provider has not published it. */
		TOO_EARLY,
		/** The budget of the minute, day or month is spent. */
		BUDGET_SPENT,
		/** The provider asked for a pause, or refuses the key. */
		PROVIDER_PAUSED,
		/** So many requests failed that the provider is left alone for a while. */
		BREAKER_OPEN,
		/** The request failed; the provider's status tells how. */
		REQUEST_FAILED,
		/** This very look-up failed before and has to wait. */
		WAITS_AFTER_FAILURE

	}

}
