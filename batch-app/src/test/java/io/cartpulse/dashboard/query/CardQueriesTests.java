package io.cartpulse.dashboard.query;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardReader;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link CardQueries}: how many are asked for at once.
 */
class CardQueriesTests {

	private static final QueryLimits LIMITS = new QueryLimits(10, Duration.ofSeconds(1), DataSize.ofMegabytes(1), 1,
			Duration.ZERO);

	private static final DateRange RANGE = new DateRange(LocalDate.EPOCH, LocalDate.EPOCH);

	private final Card card = new DashboardReader().readAll().get(0).cards().get(0);

	private final CountDownLatch asked = new CountDownLatch(1);

	private final CountDownLatch answered = new CountDownLatch(1);

	@Test
	void refusesACardWhoseTurnDoesNotComeAndTakesItLater() {
		try (MartReader marts = new SlowMarts()) {
			CardQueries queries = new CardQueries(marts, LIMITS);
			CompletableFuture<CardAnswer> first = CompletableFuture
				.supplyAsync(() -> queries.answer("overview", this.card, RANGE));
			await(this.asked);
			assertThatExceptionOfType(ProblemException.class)
				.isThrownBy(() -> queries.answer("overview", this.card, RANGE))
				.extracting(ProblemException::code)
				.isEqualTo(ProblemCode.TOO_MANY_QUERIES);
			this.answered.countDown();
			assertThat(first.join().rows()).isEmpty();
			assertThat(queries.answer("overview", this.card, RANGE).rows()).isEmpty();
		}
	}

	@Test
	void looksAtTheBuildsOnceForAllCardsOfAPage() {
		AtomicLong time = new AtomicLong();
		AtomicInteger looks = new AtomicInteger();
		try (MartReader marts = new MartsWithBuilds(looks)) {
			MartBuilds builds = new MartBuilds(marts, time::get);
			assertThat(builds.of(Set.of("b"))).extracting(MartBuild::buildId).containsExactly(1L);
			time.addAndGet(Duration.ofSeconds(2).toNanos());
			assertThat(builds.of(Set.of("a", "b"))).extracting(MartBuild::mart).containsExactly("b", "a");
			assertThat(looks).hasValue(1);
			time.addAndGet(1);
			assertThat(builds.of(Set.of("b"))).extracting(MartBuild::buildId).containsExactly(2L);
			assertThat(looks).hasValue(2);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Two marts whose builds change from look to look.
	 */
	private static final class MartsWithBuilds extends MartReader {

		private final AtomicInteger looks;

		private MartsWithBuilds(AtomicInteger looks) {
			super(URI.create("http://127.0.0.1:1"), new AnalystSettings("analyst", ""), LIMITS);
			this.looks = looks;
		}

		@Override
		MartRows ask(String sql, Map<String, Object> parameters) {
			int look = this.looks.incrementAndGet();
			return new MartRows(List.of(), List.of(),
					List.of(List.of("b", look, "2026-01-05 10:00:00"), List.of("a", look, "2026-01-05 10:00:01")));
		}

	}

	/**
	 * Marts that answer when they are let.
	 */
	private final class SlowMarts extends MartReader {

		private SlowMarts() {
			super(URI.create("http://127.0.0.1:1"), new AnalystSettings("analyst", ""), LIMITS);
		}

		@Override
		MartRows ask(String sql, Map<String, Object> parameters) {
			CardQueriesTests.this.asked.countDown();
			await(CardQueriesTests.this.answered);
			return new MartRows(List.of(), List.of(), List.of());
		}

	}

}
