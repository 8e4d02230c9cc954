package io.cartpulse.enrichment.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.store.ReferenceStore.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows of one currency each together.
 *
 * @param <K> the day or hour
 */
final class RateRows<K> {

	private final Map<K, Map<String, BigDecimal>> rates = new HashMap<>();

	private final Map<K, Set<String>> known = new HashMap<>();

	private final Map<K, String> sources = new HashMap<>();

	private final int currencies;

	private final String weakSource;

	/**
	 * No rows yet.
	 * @param currencies of how many something must be known
	 * @param weakSource a day with one rate from there is all from there
	 */
	RateRows(int currencies, String weakSource) {
		this.currencies = currencies;
		this.weakSource = weakSource;
	}

	/** A rate; null: it is known that there is none. */
	void add(K key, String currency, @Nullable BigDecimal rate, String source) {
		this.known.computeIfAbsent(key, (unseen) -> new HashSet<>()).add(currency);
		Map<String, BigDecimal> found = this.rates.computeIfAbsent(key, (unseen) -> new HashMap<>());
		if (rate != null) {
			found.put(currency, rate);
		}
		this.sources.merge(key, source, (one, other) -> one.equals(this.weakSource) ? one : other);
	}

	Map<K, Kept<Rates>> complete() {
		Map<K, Kept<Rates>> kept = new HashMap<>();
		this.rates.forEach((key, found) -> {
			if (this.known.getOrDefault(key, Set.of()).size() == this.currencies) {
				kept.put(key, new Kept<>(new Rates(found), this.sources.getOrDefault(key, this.weakSource)));
			}
		});
		return kept;
	}

}
