package io.cartpulse.enrichment.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.ProviderStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryState;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.policy.CircuitBreakerRetryPolicy;
import org.springframework.retry.policy.MapRetryContextCache;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.support.DefaultRetryState;
import org.springframework.retry.support.RetryTemplate;

/**
 * Retry around a circuit breaker, both of spring-retry: the one place that knows it.
 */
public final class SpringRetryCallGuard implements CallGuard {

	private static final String CIRCUIT = "circuit";

	private final RetryTemplate retry;

	private final RetryTemplate breaker = new RetryTemplate();

	private final CircuitBreakerRetryPolicy policy;

	private final MapRetryContextCache circuits = new MapRetryContextCache();

	private final RetryState state = new DefaultRetryState(CIRCUIT);

	private final Semaphore free;

	/**
	 * A guard of one provider.
	 * @param settings attempts and breaker
	 * @param provider its name
	 * @param timeout how long an attempt may take
	 * @param concurrency how many attempts are under way at most
	 * @param sleeper waits between attempts
	 */
	public SpringRetryCallGuard(RetrySettings settings, String provider, Duration timeout, int concurrency,
			Sleeper sleeper) {
		settings.requireBreakerCanOpen(provider, timeout);
		this.retry = retry(settings, sleeper);
		this.policy = new CircuitBreakerRetryPolicy(new SimpleRetryPolicy(settings.breakerFailures()));
		this.policy.setOpenTimeout(settings.breakerOpen().toMillis());
		this.policy.setResetTimeout(settings.breakerOpen().toMillis());
		this.breaker.setRetryPolicy(this.policy);
		this.breaker.setCircuitBreakerRetryContextCache(this.circuits);
		this.free = new Semaphore(concurrency, true);
	}

	@Override
	public <T extends @Nullable Object> T call(Supplier<T> request) {
		return this.retry.execute((attempt) -> inTurn(request));
	}

	@Override
	public ProviderStatus.Breaker breaker() {
		RetryContext circuit = this.circuits.get(CIRCUIT);
		return (circuit == null || this.policy.canRetry(circuit)) ? ProviderStatus.Breaker.CLOSED
				: ProviderStatus.Breaker.OPEN;
	}

	private <T extends @Nullable Object> T inTurn(Supplier<T> request) {
		try {
			this.free.acquire();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotAskedException(Answer.Reason.REQUEST_FAILED, null);
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
		Outcome<T> outcome = this.breaker.execute((attempt) -> Outcome.of(request), (open) -> {
			throw new NotAskedException(Answer.Reason.BREAKER_OPEN, null);
		}, this.state);
		return outcome.get();
	}

	private static RetryTemplate retry(RetrySettings settings, Sleeper sleeper) {
		ExponentialRandomBackOffPolicy backOff = new ExponentialRandomBackOffPolicy();
		backOff.setInitialInterval(settings.backOff().toMillis());
		backOff.setMaxInterval(settings.maxBackOff().toMillis());
		backOff.setSleeper(sleeper);
		return RetryTemplate.builder()
			.maxAttempts(settings.attempts())
			.customBackoff(backOff)
			.retryOn((ex) -> (ex instanceof ProviderFailure failure) && failure.kind().isRetried())
			.build();
	}

	/**
	 * What an attempt came to, if that says nothing against the provider.
	 *
	 * @param <T> what it gives
	 */
	private interface Outcome<T extends @Nullable Object> {

		T get();

		static <T extends @Nullable Object> Outcome<T> of(Supplier<T> request) {
			try {
				T given = request.get();
				return () -> given;
			}
			catch (ProviderFailure ex) {
				if (ex.kind().countsForBreaker()) {
					throw ex;
				}
				return failed(ex);
			}
			catch (NotAskedException ex) {
				return failed(ex);
			}
		}

		private static <T extends @Nullable Object> Outcome<T> failed(RuntimeException ex) {
			return () -> {
				throw ex;
			};
		}

	}

}
