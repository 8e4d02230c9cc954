package io.cartpulse.enrichment.book;

import java.time.Instant;
import java.util.List;

import io.cartpulse.enrichment.ProviderStatus;
import org.jspecify.annotations.Nullable;

/**
 * The account of requests made, shared by all instances.
 */
public interface BudgetBook {

	/**
	 * Enters a request that is about to be made. The entry is there for good before this
	 * returns, whatever becomes of the caller and its transaction.
	 * @param provider who will be asked
	 * @param limits what it allows
	 * @param now the moment
	 * @throws io.cartpulse.enrichment.web.NotAskedException when no request is left, or
	 * the provider wants a pause
	 */
	void take(String provider, BudgetLimits limits, Instant now);

	/**
	 * Notes that a provider wants to be left alone.
	 * @param until until then
	 */
	void pause(String provider, Instant until, Instant now);

	/**
	 * The budgets, the shortest first.
	 */
	List<ProviderStatus.Budget> budgets(String provider, BudgetLimits limits, Instant now);

	/**
	 * When the provider may be asked again.
	 * @return null: now
	 */
	@Nullable Instant pausedUntil(String provider, Instant now);

}
