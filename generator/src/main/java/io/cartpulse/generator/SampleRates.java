package io.cartpulse.generator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cartpulse.source.WireMessage;

/**
 * Exchange rates of the simulated shop: a sample table, with a slow wave over the days.
 */
final class SampleRates {

	private static final double WAVE_DAYS = 90;

	private static final Map<String, Rate> RATES = SampleTable.read("sample-rates.csv")
		.stream()
		.map((row) -> new Rate(row[0], Double.parseDouble(row[1]), Double.parseDouble(row[2])))
		.collect(Collectors.toMap(Rate::currency, Function.identity()));

	private SampleRates() {
	}

	/** An amount in US dollars, and what it is in euros and roubles on a day. */
	static WireMessage.Cost cost(BigDecimal usd, LocalDate day) {
		return new WireMessage.Cost(usd, convert(usd, "EUR", day), convert(usd, "RUB", day));
	}

	/** Units of a currency for one US dollar on a day. */
	static BigDecimal perUsDollar(String currency, LocalDate day) {
		Rate rate = RATES.get(currency);
		if (rate == null) {
			throw new IllegalArgumentException("no sample rate for " + currency);
		}
		double wave = 1 + rate.swing() * Math.sin(day.toEpochDay() / WAVE_DAYS * 2 * Math.PI);
		return BigDecimal.valueOf(rate.perUsDollar() * wave).setScale(4, RoundingMode.HALF_UP);
	}

	private static BigDecimal convert(BigDecimal usd, String currency, LocalDate day) {
		return usd.multiply(perUsDollar(currency, day)).setScale(2, RoundingMode.HALF_UP);
	}

	/** A row of the table. */
	private record Rate(String currency, double perUsDollar, double swing) {
	}

}
