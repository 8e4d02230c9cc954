package io.cartpulse.enrichment.lookup;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What reference data is wanted, and what stands in where no provider is on.
 *
 * @param currencies what rates are looked up for besides EUR and RUB, which events' costs
 * need, by ISO 4217 code; unset: no others
 * @param atlas whether places come from the atlas on board where positionstack is off;
 * unset: yes
 * @param atlasMaxDistanceKm a point farther from the centres of all cities has none;
 * unset: 50
 * @param sampleRates whether rates are made up, marked {@code sample}, where no provider
 * of rates is on; unset: yes
 * @param sampleWeather whether weather is made up, marked {@code sample}, where
 * OpenWeather is off; unset: yes
 * @param sampleSeed which made-up weather it is; unset: 1
 */
@Validated
@ConfigurationProperties("cartpulse.enrichment")
public record EnrichmentSettings(@DefaultValue( {
	}) List<@Pattern(regexp = "[A-Z]{3}") String> currencies, @DefaultValue("true") boolean atlas,
		@DefaultValue("50") @DecimalMin("1") @DecimalMax("1000") double atlasMaxDistanceKm,
		@DefaultValue("true") boolean sampleRates, @DefaultValue("true") boolean sampleWeather,
		@DefaultValue("1") long sampleSeed){

	private static final List<String> OF_COSTS = List.of("EUR", "RUB");

	/**
	 * Adds the currencies of costs, drops repeated ones and the dollar, which needs no
	 * rate.
	 */
	public EnrichmentSettings {
		currencies = Stream.concat(OF_COSTS.stream(), currencies.stream())
			.filter((currency) -> !currency.equals("USD"))
			.distinct()
			.toList();
	}

}
