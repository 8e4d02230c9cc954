package io.cartpulse.enrichment.book;

import io.cartpulse.enrichment.ProviderStatus;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong last with each provider.
 */
public interface FailureBook {

	/**
	 * Notes a failure.
	 */
	void note(String provider, ProviderStatus.Failure failure);

	/**
	 * The last failure.
	 * @return null: there was none
	 */
	ProviderStatus.@Nullable Failure last(String provider);

}
