package io.cartpulse.enrichment.provider;

import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who can be asked for values.
 *
 * @param <K> what they are asked by
 * @param <V> the values
 */
public interface RemoteSource<K, V> {

	/**
	 * The name that stands beside the values.
	 */
	String name();

	/**
	 * Whether the settings let it be asked.
	 */
	boolean isOn();

	/**
	 * The property that turns it on.
	 */
	String switchedOnBy();

	/**
	 * How it is asked.
	 */
	ProviderSettings settings();

	/**
	 * Why it cannot answer this at all.
	 * @return what setting would change that; null: it can
	 */
	default @Nullable String cannotAnswer(K key) {
		return null;
	}

	/**
	 * Makes one request.
	 * @return the value; null: the source knows that there is none
	 * @throws io.cartpulse.enrichment.web.ProviderFailure when the source gives no answer
	 */
	@Nullable V ask(K key);

}
