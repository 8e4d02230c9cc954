package io.cartpulse.enrichment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.cartpulse.enrichment.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryState;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.policy.CircuitBreakerRetryPolicy;
import org.springframework.retry.support.DefaultRetryState;
import org.springframework.retry.support.RetryTemplate;

/**
 * Retry around a circuit breaker, both of spring-retry: with its two policies, the one
 * place that knows it.
 */
public final class SpringRetryCallGuard implements CallGuard {

	private final RetryTemplate retry;

	private final RetryTemplate breaker = new RetryTemplate();

	private final RetryState state = new DefaultRetryState("circuit");

	private final FailuresInARow failures;

	private final Semaphore free;

	/**
	 * A guard of one provider.
	 * @param settings attempts and breaker
	 * @param concurrency how many attempts are under way at most
	 * @param sleeper waits between attempts
	 * @param clock tells how long the breaker is open
	 */
	public SpringRetryCallGuard(RetrySettings settings, int concurrency, Sleeper sleeper, Clock clock) {
		this.failures = new FailuresInARow(settings.breakerFailures(), settings.breakerOpen(), clock);
		this.retry = retry(settings, sleeper);
		CircuitBreakerRetryPolicy policy = new CircuitBreakerRetryPolicy(this.failures);
		// it would close by the system's clock, and for all who wait at once
		policy.setResetTimeout(Long.MAX_VALUE);
		this.breaker.setRetryPolicy(policy);
		this.free = new Semaphore(concurrency, true);
	}

	@Override
	public <T extends @Nullable Object> T call(Supplier<T> request) {
		try {
			return this.retry.execute((attempt) -> inTurn(request));
		}
		catch (BackOffInterruptedException ex) {
			throw interrupted();
		}
	}

	@Override
	public @Nullable Instant openUntil() {
		return this.failures.openUntil();
	}

	private <T extends @Nullable Object> T inTurn(Supplier<T> request) {
		try {
			this.free.acquire();
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
		try {
			return throughBreaker(request);
		}
		finally {
			this.free.release();
		}
	}

	/**
	 * The breaker takes any exception it sees for a failure of the provider, so it sees
	 * only those that are.
	 */
	private <T extends @Nullable Object> T throughBreaker(Supplier<T> request) {
		try {
			Outcome<T> outcome = this.breaker.execute((attempt) -> Outcome.of(request), (open) -> {
				throw new NotAskedException(Answer.Reason.BREAKER_OPEN, openUntil());
			}, this.state);
			if (outcome.answered()) {
				this.failures.forget();
			}
			return outcome.result().get();
		}
		finally {
			this.failures.endTrial();
		}
	}

	private RetryTemplate retry(RetrySettings settings, Sleeper sleeper) {
		ExponentialRandomBackOffPolicy backOff = new ExponentialRandomBackOffPolicy();
		backOff.setInitialInterval(settings.backOff().toMillis());
		backOff.setMaxInterval(settings.maxBackOff().toMillis());
		backOff.setSleeper(sleeper);
		return RetryTemplate.builder()
			.maxAttempts(settings.attempts())
			.customBackoff(new RetryAfterBackOff(backOff, sleeper))
			.retryOn((ex) -> ex instanceof ProviderFailure failure && isRetried(failure, settings.maxBackOff()))
			.build();
	}

	private boolean isRetried(ProviderFailure failure, Duration longest) {
		Duration asked = failure.retryAfter();
		return failure.kind().isRetried() && openUntil() == null && (asked == null || asked.compareTo(longest) <= 0);
	}

	private static NotAskedException interrupted() {
		Thread.currentThread().interrupt();
		return new NotAskedException(Answer.Reason.REQUEST_FAILED, null);
	}

	/**
	 * What an attempt came to, if that says nothing against the provider.
	 *
	 * @param <T> what it gives
	 * @param result gives it, or throws
	 * @param answered whether the provider answered
	 */
	private record Outcome<T extends @Nullable Object>(Supplier<T> result, boolean answered) {

		static <T extends @Nullable Object> Outcome<T> of(Supplier<T> request) {
			try {
				T given = request.get();
				return new Outcome<>(() -> given, true);
			}
			catch (ProviderFailure ex) {
				if (ex.kind().countsForBreaker()) {
					throw ex;
				}
				return failed(ex, ex.kind() != FailureKind.INTERRUPTED);
			}
			catch (RuntimeException ex) {
				return failed(ex, false);
			}
		}

		private static <T extends @Nullable Object> Outcome<T> failed(RuntimeException ex, boolean answered) {
			return new Outcome<>(() -> {
				throw ex;
			}, answered);
		}

	}

}
