package io.cartpulse.enrichment.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.testing.EnrichmentDatabase;
import io.cartpulse.enrichment.web.NotAskedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class BudgetTableIntegrationTests {

	private static final EnrichmentDatabase DATABASE = EnrichmentDatabase.start();

	private static final BudgetLimits LIMITS = new BudgetLimits(3, 5, 8);

	private static final Instant NOON = Instant.parse("2026-07-30T12:00:00Z");

	private final BudgetTable budgets = anInstance();

	@BeforeEach
	void empty() {
		DATABASE.emptyTables();
	}

	@Test
	void minuteDayAndMonthEachHaveTheirLimit() {
		assertThat(taken(NOON)).isEqualTo(3);
		assertThat(refusal(NOON).notBefore()).isEqualTo(NOON.plusSeconds(60));
		assertThat(taken(NOON.plusSeconds(60))).isEqualTo(2);
		assertThat(refusal(NOON.plusSeconds(60)).notBefore()).isEqualTo("2026-07-31T00:00:00Z");
		assertThat(taken(Instant.parse("2026-07-31T00:00:00Z"))).isEqualTo(3);
		assertThat(refusal(Instant.parse("2026-07-31T00:01:00Z")).notBefore()).isEqualTo("2026-08-01T00:00:00Z");
		assertThat(taken(Instant.parse("2026-08-01T00:00:00Z"))).isEqualTo(3);
	}

	@Test
	void dayMayBeWithoutLimit() {
		BudgetLimits limits = new BudgetLimits(100, null, 20);
		for (int i = 0; i < 20; i++) {
			this.budgets.take("p", limits, NOON);
		}
		assertThat(this.budgets.budgets("p", limits, NOON)).containsExactly(
				new ProviderStatus.Budget("minute", 100, 20, NOON.plusSeconds(60)),
				new ProviderStatus.Budget("month", 20, 20, Instant.parse("2026-08-01T00:00:00Z")));
	}

	@Test
	void providersHaveBudgetsOfTheirOwn() {
		assertThat(taken(NOON)).isEqualTo(3);
		assertThatCode(() -> this.budgets.take("other", LIMITS, NOON)).doesNotThrowAnyException();
	}

	@Test
	void budgetSurvivesARestart() {
		taken(NOON);
		assertThat(anInstance().budgets("p", LIMITS, NOON)).extracting(ProviderStatus.Budget::left)
			.containsExactly(0, 2, 5);
	}

	@Test
	void instancesAndThreadsTakeNoMoreThanThereIs() throws Exception {
		BudgetLimits limits = new BudgetLimits(10, null, 10);
		List<BudgetTable> instances = List.of(anInstance(), anInstance());
		AtomicInteger taken = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(16);
		for (int i = 0; i < 400; i++) {
			BudgetTable instance = instances.get(i % 2);
			threads.execute(() -> {
				if (isTaken(instance, limits, NOON)) {
					taken.incrementAndGet();
				}
			});
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		assertThat(taken).hasValue(10);
		assertThat(this.budgets.budgets("p", limits, NOON)).allMatch((budget) -> budget.used() == 10);
	}

	@Test
	void permitStaysTakenWhenTheCallerRollsBack() {
		TransactionTemplate caller = new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));
		caller.executeWithoutResult((status) -> {
			this.budgets.take("p", LIMITS, NOON);
			status.setRollbackOnly();
		});
		assertThat(this.budgets.budgets("p", LIMITS, NOON).get(0).used()).isEqualTo(1);
	}

	@Test
	void clockThatIsBehindOpensNoNewWindow() {
		assertThat(taken(NOON)).isEqualTo(3);
		assertThat(isTaken(this.budgets, LIMITS, NOON.minusSeconds(60))).isFalse();
	}

	@Test
	void pausedProviderIsNotAsked() {
		Instant until = NOON.plus(Duration.ofMinutes(20));
		this.budgets.pause("p", until, NOON);
		this.budgets.pause("p", NOON.plusSeconds(1), NOON);
		NotAskedException refusal = refusal(NOON.plusSeconds(600));
		assertThat(refusal.reason()).isEqualTo(Answer.Reason.PROVIDER_PAUSED);
		assertThat(refusal.notBefore()).isEqualTo(until);
		assertThat(this.budgets.pausedUntil("p", NOON)).isEqualTo(until);
		assertThat(this.budgets.pausedUntil("p", until)).isNull();
		assertThat(isTaken(this.budgets, LIMITS, until)).isTrue();
	}

	private static BudgetTable anInstance() {
		return new BudgetTable(new NamedParameterJdbcTemplate(DATABASE.dataSource()),
				new JdbcTransactionManager(DATABASE.dataSource()));
	}

	private int taken(Instant now) {
		int taken = 0;
		while (isTaken(this.budgets, LIMITS, now)) {
			taken++;
		}
		return taken;
	}

	private NotAskedException refusal(Instant now) {
		NotAskedException refusal = refusal(this.budgets, LIMITS, now);
		assertThat(refusal).isNotNull();
		return refusal;
	}

	private static boolean isTaken(BudgetTable budgets, BudgetLimits limits, Instant now) {
		return refusal(budgets, limits, now) == null;
	}

	private static @Nullable NotAskedException refusal(BudgetTable budgets, BudgetLimits limits, Instant now) {
		try {
			budgets.take("p", limits, now);
			return null;
		}
		catch (NotAskedException ex) {
			return ex;
		}
	}

}
