package io.cartpulse.enrichment;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Exchange rates.
 *
 * @param perUsDollar units of a currency for one US dollar, by its ISO 4217 code
 */
public record Rates(Map<String, BigDecimal> perUsDollar) {

	/**
	 * Copies.
	 */
	public Rates {
		perUsDollar = Map.copyOf(perUsDollar);
	}

}
