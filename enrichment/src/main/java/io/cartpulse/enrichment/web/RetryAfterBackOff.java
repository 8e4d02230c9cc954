package io.cartpulse.enrichment.web;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.Sleeper;

/**
 * Waits for as long as the provider says, or, where it says nothing, as another policy
 * does.
 */
final class RetryAfterBackOff implements BackOffPolicy {

	private final BackOffPolicy otherwise;

	private final Sleeper sleeper;

	/**
	 * A policy.
	 * @param otherwise waits where the provider does not say how long
	 * @param sleeper waits where it does
	 */
	RetryAfterBackOff(BackOffPolicy otherwise, Sleeper sleeper) {
		this.otherwise = otherwise;
		this.sleeper = sleeper;
	}

	@Override
	public BackOffContext start(RetryContext attempts) {
		return new Waiting(attempts, this.otherwise.start(attempts));
	}

	@Override
	public void backOff(BackOffContext context) {
		Waiting waiting = (Waiting) context;
		Duration asked = waiting.asked();
		if (asked == null || asked.isNegative() || asked.isZero()) {
			this.otherwise.backOff(waiting.otherwise());
			return;
		}
		try {
			this.sleeper.sleep(asked.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BackOffInterruptedException("interrupted while waiting as asked", ex);
		}
	}

	/**
	 * The waiting between the attempts of one request.
	 *
	 * @param attempts knows the last failure
	 * @param otherwise the other policy's
	 */
	private record Waiting(RetryContext attempts, BackOffContext otherwise) implements BackOffContext {

		@Nullable Duration asked() {
			return (this.attempts.getLastThrowable() instanceof ProviderFailure failure) ? failure.retryAfter() : null;
		}

	}

}
