package io.cartpulse.enrichment.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.ProviderStatus.Breaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SpringRetryCallGuardTests {

	private static final Duration LONG = Duration.ofMinutes(5);

	private final List<Long> pauses = new ArrayList<>();

	private final AtomicInteger attempts = new AtomicInteger();

	@Test
	void attemptThatGoesWellIsTheOnlyOne() {
		assertThat(guard(3, 5, LONG).call(counting(() -> "fine"))).isEqualTo("fine");
		assertThat(this.attempts).hasValue(1);
		assertThat(this.pauses).isEmpty();
	}

	@Test
	void passingTroubleIsRetriedAfterGrowingPauses() {
		CallGuard guard = guard(4, 5, LONG);
		Supplier<String> fine = counting(() -> {
			if (this.attempts.get() < 4) {
				throw failure(FailureKind.SERVER_ERROR);
			}
			return "fine";
		});
		assertThat(guard.call(fine)).isEqualTo("fine");
		assertThat(this.pauses).hasSize(3);
		assertThat(this.pauses.get(0)).isBetween(100L, 200L);
		assertThat(this.pauses.get(1)).isBetween(200L, 400L);
		assertThat(this.pauses.get(2)).isBetween(300L, 600L);
	}

	@Test
	void lastFailureIsTold() {
		assertFails(guard(3, 5, LONG), FailureKind.TIMEOUT);
		assertThat(this.attempts).hasValue(3);
	}

	@ParameterizedTest
	@EnumSource(names = { "TIMEOUT", "UNREACHABLE", "SERVER_ERROR" }, mode = EnumSource.Mode.EXCLUDE)
	void whatWillNotGoBetterIsNotRetried(FailureKind kind) {
		assertFails(guard(3, 5, LONG), kind);
		assertThat(this.attempts).hasValue(1);
	}

	@Test
	void breakerOpensAfterSoManyFailedAttempts() {
		CallGuard guard = guard(2, 4, LONG);
		assertFails(guard, FailureKind.TIMEOUT);
		assertThat(guard.breaker()).isEqualTo(Breaker.CLOSED);
		assertFails(guard, FailureKind.UNREACHABLE);
		assertThat(guard.breaker()).isEqualTo(Breaker.OPEN);
		assertNotAsked(guard);
		assertThat(this.attempts).hasValue(4);
	}

	@Test
	void breakerThatOpensEndsTheRetries() {
		CallGuard guard = guard(10, 3, LONG);
		assertNotAsked(guard);
		assertThat(this.attempts).hasValue(3);
	}

	@ParameterizedTest
	@EnumSource(names = { "UNAUTHORIZED", "QUOTA_SPENT", "NOT_IN_PLAN", "REJECTED", "NOT_YET", "EMPTY", "INTERRUPTED" })
	void whatIsNoFaultOfTheProviderDoesNotOpenTheBreaker(FailureKind kind) {
		CallGuard guard = guard(1, 2, LONG);
		for (int i = 0; i < 5; i++) {
			assertFails(guard, kind);
		}
		assertThat(guard.breaker()).isEqualTo(Breaker.CLOSED);
	}

	@Test
	void spentBudgetDoesNotOpenTheBreaker() {
		CallGuard guard = guard(3, 1, LONG);
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> guard.call(counting(() -> {
				throw new NotAskedException(Answer.Reason.BUDGET_SPENT, null);
			}))).extracting(NotAskedException::reason).isEqualTo(Answer.Reason.BUDGET_SPENT);
		}
		assertThat(this.attempts).hasValue(3);
		assertThat(guard.breaker()).isEqualTo(Breaker.CLOSED);
	}

	@Test
	void breakerClosesAfterItsTimeAndTheProviderIsAskedAgain() {
		CallGuard guard = guard(1, 2, Duration.ofMillis(600));
		assertFails(guard, FailureKind.TIMEOUT);
		assertFails(guard, FailureKind.TIMEOUT);
		assertThat(guard.breaker()).isEqualTo(Breaker.OPEN);
		Instant patience = Instant.now().plusSeconds(10);
		while (guard.breaker() == Breaker.OPEN && Instant.now().isBefore(patience)) {
			Thread.onSpinWait();
		}
		assertThat(guard.call(counting(() -> "fine"))).isEqualTo("fine");
	}

	@Test
	void onlySoManyAttemptsAreUnderWay() throws Exception {
		CallGuard guard = new SpringRetryCallGuard(settings(1, 5, LONG), "provider", Duration.ofMillis(1), 2,
				this.pauses::add);
		AtomicInteger underWay = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch twoAreIn = new CountDownLatch(2);
		ExecutorService callers = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 8; i++) {
			callers.execute(() -> guard.call(() -> {
				most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
				twoAreIn.countDown();
				await(twoAreIn);
				return underWay.decrementAndGet();
			}));
		}
		callers.shutdown();
		assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		assertThat(most).hasValue(2);
	}

	@Test
	void breakerThatCouldNeverOpenIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SpringRetryCallGuard(settings(3, 5, Duration.ofSeconds(50)), "provider",
					Duration.ofSeconds(10), 1, this.pauses::add))
			.withMessageContaining("cartpulse.enrichment.retry.breaker-open is PT50S, but 5 attempts of provider");
	}

	private SpringRetryCallGuard guard(int attempts, int breakerFailures, Duration breakerOpen) {
		return new SpringRetryCallGuard(settings(attempts, breakerFailures, breakerOpen), "provider",
				Duration.ofMillis(1), 4, this.pauses::add);
	}

	private static RetrySettings settings(int attempts, int breakerFailures, Duration breakerOpen) {
		return new RetrySettings(attempts, Duration.ofMillis(100), Duration.ofMillis(300), breakerFailures,
				breakerOpen);
	}

	private <T> Supplier<T> counting(Supplier<T> request) {
		return () -> {
			this.attempts.incrementAndGet();
			return request.get();
		};
	}

	private void assertFails(CallGuard guard, FailureKind kind) {
		assertThatExceptionOfType(ProviderFailure.class).isThrownBy(() -> guard.call(counting(() -> {
			throw failure(kind);
		}))).extracting(ProviderFailure::kind).isEqualTo(kind);
	}

	private void assertNotAsked(CallGuard guard) {
		assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> guard.call(counting(() -> {
			throw failure(FailureKind.TIMEOUT);
		}))).extracting(NotAskedException::reason).isEqualTo(Answer.Reason.BREAKER_OPEN);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ProviderFailure failure(FailureKind kind) {
		return new ProviderFailure("provider", kind, "failed");
	}

}
