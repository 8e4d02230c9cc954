package io.cartpulse.enrichment.lookup;

import org.jspecify.annotations.Nullable;

/**
 * What is on board: it answers at once, and everything.
 *
 * @param <K> what values are looked up by
 * @param <V> the values
 */
interface LocalSource<K, V> {

	/** The name that stands beside the values. */
	String name();

	/** The value; null: there is none. */
	@Nullable V answer(K key);

}
