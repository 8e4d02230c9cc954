package io.cartpulse.enrichment.book;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.web.NotAskedException;
import io.cartpulse.enrichment.store.SqlFile;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The account in etl.enrichment_budgets. A permit is one atomic statement in a
 * transaction of its own: two instances never take the same one, and what was taken stays
 * taken when the caller is killed or rolls back.
 */
public final class BudgetTable implements BudgetBook {

	private static final String TAKE = SqlFile.read(BudgetTable.class, "take-permit.sql");

	private static final String FIND = SqlFile.read(BudgetTable.class, "find-budget.sql");

	private static final String PAUSE = SqlFile.read(BudgetTable.class, "pause-provider.sql");

	private final NamedParameterJdbcTemplate jdbc;

	private final TransactionTemplate alone;

	/**
	 * The account.
	 */
	public BudgetTable(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public void take(String provider, BudgetLimits limits, Instant now) {
		Map<String, @Nullable Object> parameters = parameters(provider, now);
		parameters.put("now", utc(now));
		for (BudgetWindow window : BudgetWindow.values()) {
			parameters.put(window.text() + "Limit", window.limit(limits));
		}
		Integer taken = this.alone.execute((status) -> this.jdbc.update(TAKE, parameters));
		if (!Objects.equals(taken, 1)) {
			throw refusal(provider, limits, now);
		}
	}

	@Override
	public void pause(String provider, Instant until, Instant now) {
		Map<String, @Nullable Object> parameters = parameters(provider, now);
		parameters.put("until", utc(until));
		this.alone.executeWithoutResult((status) -> this.jdbc.update(PAUSE, parameters));
	}

	@Override
	public List<ProviderStatus.Budget> budgets(String provider, BudgetLimits limits, Instant now) {
		Account account = find(provider, now);
		List<ProviderStatus.Budget> budgets = new ArrayList<>();
		for (BudgetWindow window : BudgetWindow.values()) {
			Integer limit = window.limit(limits);
			if (limit != null) {
				budgets
					.add(new ProviderStatus.Budget(window.text(), limit, account.used().get(window), window.end(now)));
			}
		}
		return budgets;
	}

	@Override
	public @Nullable Instant pausedUntil(String provider, Instant now) {
		Instant until = find(provider, now).pausedUntil();
		return (until != null && until.isAfter(now)) ? until : null;
	}

	/**
	 * Asked only after a refusal: a permit may have come free meanwhile, the next call
	 * will find it.
	 */
	private NotAskedException refusal(String provider, BudgetLimits limits, Instant now) {
		Instant paused = pausedUntil(provider, now);
		if (paused != null) {
			return new NotAskedException(Answer.Reason.PROVIDER_PAUSED, paused);
		}
		Instant full = budgets(provider, limits, now).stream()
			.filter((budget) -> budget.left() == 0)
			.map(ProviderStatus.Budget::resetsAt)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return new NotAskedException(Answer.Reason.BUDGET_SPENT, full);
	}

	private Account find(String provider, Instant now) {
		return this.jdbc.query(FIND, parameters(provider, now), (row, number) -> {
			Map<BudgetWindow, Integer> used = new HashMap<>();
			for (BudgetWindow window : BudgetWindow.values()) {
				used.put(window, row.getInt(window.text() + "_used"));
			}
			OffsetDateTime until = row.getObject("paused_until", OffsetDateTime.class);
			return new Account(used, (until != null) ? until.toInstant() : null);
		}).stream().findFirst().orElse(Account.NEW);
	}

	private static Map<String, @Nullable Object> parameters(String provider, Instant now) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("provider", provider);
		for (BudgetWindow window : BudgetWindow.values()) {
			parameters.put(window.text() + "Start", utc(window.start(now)));
		}
		return parameters;
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A row.
	 *
	 * @param used requests made, by window
	 * @param pausedUntil the provider's wish
	 */
	private record Account(Map<BudgetWindow, Integer> used, @Nullable Instant pausedUntil) {

		private static final Account NEW = new Account(
				Map.of(BudgetWindow.MINUTE, 0, BudgetWindow.DAY, 0, BudgetWindow.MONTH, 0), null);

	}

}
