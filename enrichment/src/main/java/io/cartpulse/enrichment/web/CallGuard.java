package io.cartpulse.enrichment.web;

import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Stands between us and a provider: repeats what may go better the next time, holds back
 * when the provider is down, and lets only so many requests out at a time.
 */
public interface CallGuard {

	/**
	 * Makes a request, perhaps more than once.
	 * @param <T> what it gives
	 * @param request one attempt
	 * @return what the attempt gave that went well
	 * @throws ProviderFailure the last attempt's
	 * @throws NotAskedException when the breaker is open, the request said so, or the
	 * thread was told to stop
	 */
	<T extends @Nullable Object> T call(Supplier<T> request);

	/**
	 * Until when the breaker lets no request out; after that one may go, and decides.
	 * @return null when the breaker is closed
	 */
	@Nullable Instant openUntil();

}
