package io.cartpulse.enrichment.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpringRetryCallGuardTests {

	private static final Duration LONG = Duration.ofMinutes(5);

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(300);

	private final MovableClock clock = new MovableClock("2026-07-11T12:00:00Z");

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
	void shortPauseTheProviderAsksForIsKept() {
		CallGuard guard = guard(3, 5, LONG);
		Supplier<String> fine = counting(() -> {
			if (this.attempts.get() < 3) {
				throw failure(Duration.ofMillis(250));
			}
			return "fine";
		});
		assertThat(guard.call(fine)).isEqualTo("fine");
		assertThat(this.pauses).containsExactly(250L, 250L);
	}

	@Test
	void noPauseAskedForIsTheUsualOne() {
		assertFails(guard(2, 5, LONG), failure(Duration.ZERO));
		assertThat(this.pauses).singleElement().satisfies((pause) -> assertThat(pause).isBetween(100L, 200L));
	}

	@Test
	void longPauseTheProviderAsksForEndsTheRetries() {
		ProviderFailure failure = failure(LONGEST_PAUSE.plusMillis(1));
		assertFails(guard(3, 5, LONG), failure);
		assertThat(this.attempts).hasValue(1);
		assertThat(this.pauses).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT0.25S" })
	void threadToldToStopWhileItPausesAsksNoMoreAndStaysToldSo(Duration asked) {
		CallGuard guard = new SpringRetryCallGuard(settings(3, 5, LONG), 1, (pause) -> {
			throw new InterruptedException();
		}, this.clock);
		assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> guard.call(counting(() -> {
			throw failure(asked);
		}))).extracting(NotAskedException::reason).isEqualTo(Answer.Reason.REQUEST_FAILED);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.attempts).hasValue(1);
	}

	@Test
	void breakerOpensAfterSoManyFailedAttempts() {
		CallGuard guard = guard(2, 4, LONG);
		assertFails(guard, FailureKind.TIMEOUT);
		assertThat(guard.openUntil()).isNull();
		assertFails(guard, FailureKind.UNREACHABLE);
		assertThat(guard.openUntil()).isEqualTo("2026-07-11T12:05:00Z");
		assertNotAsked(guard);
		assertThat(this.attempts).hasValue(4);
	}

	@Test
	void breakerThatOpensEndsTheRetries() {
		assertFails(guard(10, 3, LONG), FailureKind.TIMEOUT);
		assertThat(this.attempts).hasValue(3);
		assertThat(this.pauses).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "EMPTY", "REJECTED", "QUOTA_SPENT" })
	void failuresWithAnswersBetweenThemDoNotOpenTheBreaker(FailureKind answer) {
		CallGuard guard = guard(1, 2, LONG);
		for (int i = 0; i < 5; i++) {
			assertFails(guard, FailureKind.TIMEOUT);
			guard.call(() -> "fine");
			assertFails(guard, FailureKind.TIMEOUT);
			assertFails(guard, answer);
		}
		assertThat(guard.openUntil()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "INTERRUPTED", "BUDGET", "DATABASE" })
	void whatSaysNothingOfTheProviderDoesNotBreakTheRow(String trouble) {
		CallGuard guard = guard(1, 2, LONG);
		assertFails(guard, FailureKind.TIMEOUT);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> guard.call(() -> {
			throw switch (trouble) {
				case "INTERRUPTED" -> failure(FailureKind.INTERRUPTED);
				case "BUDGET" -> new NotAskedException(Answer.Reason.BUDGET_SPENT, null);
				default -> new IllegalStateException(trouble);
			};
		}));
		assertThat(guard.openUntil()).isNull();
		assertFails(guard, FailureKind.TIMEOUT);
		assertThat(guard.openUntil()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "UNAUTHORIZED", "QUOTA_SPENT", "NOT_IN_PLAN", "REJECTED", "NOT_YET", "EMPTY", "INTERRUPTED" })
	void whatIsNoFaultOfTheProviderDoesNotOpenTheBreaker(FailureKind kind) {
		CallGuard guard = guard(1, 2, LONG);
		for (int i = 0; i < 5; i++) {
			assertFails(guard, kind);
		}
		assertThat(guard.openUntil()).isNull();
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
		assertThat(guard.openUntil()).isNull();
	}

	@Test
	void oneRequestThatGoesWellClosesTheBreakerAfterItsTime() {
		CallGuard guard = opened(guard(1, 2, LONG));
		this.clock.move(LONG.minusMillis(1));
		assertNotAsked(guard);
		this.clock.move(Duration.ofMillis(1));
		assertThat(guard.call(counting(() -> {
			CompletableFuture.runAsync(() -> assertNotAsked(guard)).join();
			return "fine";
		}))).isEqualTo("fine");
		assertThat(this.attempts).hasValue(3);
		assertThat(guard.openUntil()).isNull();
		assertFails(guard, FailureKind.TIMEOUT);
		assertThat(guard.openUntil()).isNull();
	}

	@Test
	void oneRequestThatFailsKeepsTheBreakerOpenForItsTimeAgain() {
		CallGuard guard = opened(guard(3, 2, LONG));
		this.clock.move(LONG);
		assertFails(guard, FailureKind.TIMEOUT);
		assertThat(this.attempts).hasValue(3);
		assertThat(guard.openUntil()).isEqualTo("2026-07-11T12:10:00Z");
		assertNotAsked(guard);
		this.clock.move(LONG);
		assertThat(guard.call(() -> "fine")).isEqualTo("fine");
	}

	@Test
	void requestThatWasNotMadeLeavesTheDecisionToTheNext() {
		CallGuard guard = opened(guard(1, 2, LONG));
		this.clock.move(LONG);
		assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> guard.call(() -> {
			throw new NotAskedException(Answer.Reason.BUDGET_SPENT, null);
		}));
		assertThat(guard.openUntil()).isNotNull();
		CompletableFuture.runAsync(() -> assertThat(guard.call(() -> "fine")).isEqualTo("fine")).join();
		assertThat(guard.openUntil()).isNull();
	}

	@Test
	void onlySoManyAttemptsAreUnderWay() throws Exception {
		CallGuard guard = new SpringRetryCallGuard(settings(1, 5, LONG), 2, this.pauses::add, this.clock);
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

	private CallGuard guard(int attempts, int breakerFailures, Duration breakerOpen) {
		return new SpringRetryCallGuard(settings(attempts, breakerFailures, breakerOpen), 4, this.pauses::add,
				this.clock);
	}

	private static RetrySettings settings(int attempts, int breakerFailures, Duration breakerOpen) {
		return new RetrySettings(attempts, Duration.ofMillis(100), LONGEST_PAUSE, breakerFailures, breakerOpen);
	}

	/** After two attempts. */
	private CallGuard opened(CallGuard guard) {
		while (guard.openUntil() == null) {
			assertFails(guard, FailureKind.TIMEOUT);
		}
		assertThat(this.attempts).hasValue(2);
		return guard;
	}

	private <T> Supplier<T> counting(Supplier<T> request) {
		return () -> {
			this.attempts.incrementAndGet();
			return request.get();
		};
	}

	private void assertFails(CallGuard guard, FailureKind kind) {
		assertFails(guard, failure(kind));
	}

	private void assertFails(CallGuard guard, ProviderFailure failure) {
		assertThatExceptionOfType(ProviderFailure.class).isThrownBy(() -> guard.call(counting(() -> {
			throw failure;
		}))).isSameAs(failure);
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

	private static ProviderFailure failure(Duration retryAfter) {
		return new ProviderFailure("provider", FailureKind.SERVER_ERROR, "failed", retryAfter, null);
	}

}
