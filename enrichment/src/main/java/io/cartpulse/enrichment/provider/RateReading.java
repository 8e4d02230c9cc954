package io.cartpulse.enrichment.provider;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads rates per US dollar from a provider's answer. A currency that it lacks is left
 * out, and told once.
 */
final class RateReading {

	private static final Logger logger = LoggerFactory.getLogger(RateReading.class);

	private static final BigDecimal SMALLEST = new BigDecimal("0.00000001");

	private static final BigDecimal LARGEST = new BigDecimal("1000000000");

	private final String provider;

	private final List<String> currencies;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	RateReading(String provider, Collection<String> currencies) {
		this.provider = provider;
		this.currencies = List.copyOf(currencies);
	}

	void requireUsDollars(Json answer, @Nullable String base) {
		if (!"USD".equals(base)) {
			throw answer.failure(FailureKind.WRONG_UNITS, "the rates are not per US dollar");
		}
	}

	/** The rates of the currencies asked for, as far as there are some. */
	Rates rates(Json answer) {
		Json given = answer.object("rates");
		if (given.has("USD") && given.number("USD").compareTo(BigDecimal.ONE) != 0) {
			throw answer.failure(FailureKind.WRONG_UNITS, "the rates are not per US dollar");
		}
		Map<String, BigDecimal> rates = new HashMap<>();
		for (String currency : this.currencies) {
			if (given.has(currency)) {
				rates.put(currency, rate(answer, currency, given.number(currency)));
			}
			else if (this.told.add(currency)) {
				logger.warn("{} has no rate for {}: look at cartpulse.enrichment.currencies", this.provider, currency);
			}
		}
		if (rates.isEmpty()) {
			throw answer.failure(FailureKind.EMPTY, "there is no rate for " + String.join(", ", this.currencies));
		}
		return new Rates(rates);
	}

	private static BigDecimal rate(Json answer, String currency, BigDecimal rate) {
		if (rate.compareTo(SMALLEST) < 0 || rate.compareTo(LARGEST) > 0) {
			throw answer.failure(FailureKind.OUT_OF_RANGE, "no such rate can be for " + currency);
		}
		return rate;
	}

}
