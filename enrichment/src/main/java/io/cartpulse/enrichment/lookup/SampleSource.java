package io.cartpulse.enrichment.lookup;

import java.util.function.Function;

import io.cartpulse.enrichment.sample.SampleRates;

/**
 * Values that are made up.
 *
 * @param <K> what values are looked up by
 * @param <V> the values
 * @param values makes them
 */
record SampleSource<K, V>(Function<K, V> values) implements LocalSource<K, V> {

	@Override
	public String name() {
		return SampleRates.SOURCE;
	}

	@Override
	public V answer(K key) {
		return this.values.apply(key);
	}

}
