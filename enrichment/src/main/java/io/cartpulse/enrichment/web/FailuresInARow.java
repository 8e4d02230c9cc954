package io.cartpulse.enrichment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.context.RetryContextSupport;

/**
 * What spring-retry's circuit breaker asks whether it is open. After so many failures in
 * a row no request goes out for a while; then one does, and decides.
 */
final class FailuresInARow implements RetryPolicy {

	private final int limit;

	private final Duration open;

	private final Clock clock;

	private int failures;

	private @Nullable Instant openUntil;

	/** Whose request decides; null: nobody's. */
	private @Nullable Thread trial;

	/**
	 * None yet.
	 * @param limit so many open the breaker
	 * @param open for how long
	 * @param clock tells when that is over
	 */
	FailuresInARow(int limit, Duration open, Clock clock) {
		this.limit = limit;
		this.open = open;
		this.clock = clock;
	}

	@Override
	public RetryContext open(@Nullable RetryContext parent) {
		return new RetryContextSupport(parent);
	}

	@Override
	public void close(RetryContext context) {
		// an attempt that said nothing about the provider ends like this too
	}

	@Override
	public synchronized boolean canRetry(RetryContext context) {
		if (this.openUntil == null) {
			return true;
		}
		boolean another = this.trial != null && this.trial != Thread.currentThread();
		if (another || this.clock.instant().isBefore(this.openUntil)) {
			return false;
		}
		this.trial = Thread.currentThread();
		return true;
	}

	@Override
	public synchronized void registerThrowable(RetryContext context, @Nullable Throwable failure) {
		this.failures++;
		if (this.failures >= this.limit) {
			this.openUntil = this.clock.instant().plus(this.open);
		}
	}

	/** The provider answered: the row is broken. */
	synchronized void forget() {
		this.failures = 0;
		this.openUntil = null;
	}

	/** This thread's request is over, whatever came of it. */
	synchronized void endTrial() {
		if (this.trial == Thread.currentThread()) {
			this.trial = null;
		}
	}

	/** Until when no request goes out, or did; null: the breaker is closed. */
	synchronized @Nullable Instant openUntil() {
		return this.openUntil;
	}

}
