package io.cartpulse.enrichment.store;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values that are kept.
 *
 * @param <K> what they are known by
 * @param <V> the values
 */
public interface ReferenceStore<K, V> {

	/**
	 * What is kept of some values.
	 * @return those that are there
	 */
	Map<K, Kept<V>> find(Collection<K> keys);

	/**
	 * Keeps values. One that came from a provider is there for good; one that was on
	 * board gives way to a provider's.
	 * @param values the values; null: it is known that there is none
	 * @param source where they came from
	 */
	void keep(Map<K, @Nullable V> values, String source);

	/**
	 * What is kept of a value.
	 *
	 * @param <V> the value
	 * @param value the value; null: it is known that there is none
	 * @param source where that came from
	 */
	record Kept<V>(@Nullable V value, String source) {
	}

}
