package io.cartpulse.enrichment.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cartpulse.enrichment.Rates;

/**
 * Exchange rates that nobody quotes: a fixed table, moved a little by the day in a slow
 * wave.
 */
public final class SampleRates {

	/** Stands beside every value from here. */
	public static final String SOURCE = "sample";

	private static final double WAVE_DAYS = 90;

	private static final Map<String, Rate> RATES = read();

	private SampleRates() {
	}

	/**
	 * The currencies there are.
	 */
	public static Set<String> currencies() {
		return RATES.keySet();
	}

	/**
	 * Units of a currency for one US dollar on a day.
	 * @throws IllegalArgumentException when the table does not have the currency
	 */
	public static BigDecimal perUsDollar(String currency, LocalDate day) {
		Rate rate = RATES.get(currency);
		if (rate == null) {
			throw new IllegalArgumentException("no sample rate for " + currency);
		}
		double wave = 1 + rate.swing() * Math.sin(day.toEpochDay() / WAVE_DAYS * 2 * Math.PI);
		return BigDecimal.valueOf(rate.perUsDollar() * wave).setScale(4, RoundingMode.HALF_UP);
	}

	/**
	 * The rates of a day, of those currencies that the table has.
	 */
	public static Rates on(LocalDate day, Collection<String> currencies) {
		Map<String, BigDecimal> rates = new HashMap<>();
		for (String currency : currencies) {
			if (RATES.containsKey(currency)) {
				rates.put(currency, perUsDollar(currency, day));
			}
		}
		return new Rates(rates);
	}

	private static Map<String, Rate> read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(Objects.requireNonNull(SampleRates.class.getResourceAsStream("sample-rates.csv")),
						StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> Rate.of(line.split(",")))
				.collect(Collectors.toUnmodifiableMap(Rate::currency, Function.identity()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A row of the table.
	 */
	private record Rate(String currency, double perUsDollar, double swing) {

		private static Rate of(String[] row) {
			return new Rate(row[0], Double.parseDouble(row[1]), Double.parseDouble(row[2]));
		}

	}

}
