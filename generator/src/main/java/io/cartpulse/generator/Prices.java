package io.cartpulse.generator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import io.cartpulse.enrichment.sample.SampleRates;
import io.cartpulse.source.WireMessage;

/**
 * Amounts of the simulated shop, which sells in US dollars, at the sample rates.
 */
final class Prices {

	private Prices() {
	}

	/** An amount in US dollars, and what it is in euros and roubles on a day. */
	static WireMessage.Cost cost(BigDecimal usd, LocalDate day) {
		return new WireMessage.Cost(usd, convert(usd, "EUR", day), convert(usd, "RUB", day));
	}

	private static BigDecimal convert(BigDecimal usd, String currency, LocalDate day) {
		return convert(usd, SampleRates.perUsDollar(currency, day));
	}

	/** An amount at a rate. */
	static BigDecimal convert(BigDecimal usd, BigDecimal rate) {
		return usd.multiply(rate).setScale(2, RoundingMode.HALF_UP);
	}

}
