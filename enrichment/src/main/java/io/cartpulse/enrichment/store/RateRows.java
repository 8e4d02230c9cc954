package io.cartpulse.enrichment.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.store.ReferenceStore.Kept;

/**
 * Puts rows of one currency each together.
 *
 * @param <K> the day or hour
 */
final class RateRows<K> {

	private final Map<K, Map<String, BigDecimal>> rates = new HashMap<>();

	private final Map<K, String> sources = new HashMap<>();

	private final int currencies;

	private final String weakSource;

	/**
	 * No rows yet.
	 * @param currencies how many make a day complete
	 * @param weakSource a day with one rate from there is all from there
	 */
	RateRows(int currencies, String weakSource) {
		this.currencies = currencies;
		this.weakSource = weakSource;
	}

	void add(K key, String currency, BigDecimal rate, String source) {
		this.rates.computeIfAbsent(key, (unseen) -> new HashMap<>()).put(currency, rate);
		this.sources.merge(key, source, (one, other) -> one.equals(this.weakSource) ? one : other);
	}

	Map<K, Kept<Rates>> complete() {
		Map<K, Kept<Rates>> kept = new HashMap<>();
		this.rates.forEach((key, found) -> {
			if (found.size() == this.currencies) {
				kept.put(key, new Kept<>(new Rates(found), this.sources.getOrDefault(key, this.weakSource)));
			}
		});
		return kept;
	}

}
