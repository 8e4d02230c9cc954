package io.cartpulse.enrichment.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.sample.SampleRates;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Days' closing rates in dds.exchange_rates. A day counts as kept when of all currencies
 * it is known what they were, or that nobody says.
 */
public final class DayRateTable implements ReferenceStore<LocalDate, Rates> {

	private static final String FIND = SqlFile.read(DayRateTable.class, "find-rates.sql");

	private static final String KEEP = SqlFile.read(DayRateTable.class, "keep-rates.sql");

	private static final String KEEP_MISSING = SqlFile.read(DayRateTable.class, "keep-missing-rates.sql");

	private final JdbcOperations jdbc;

	private final List<String> currencies;

	/**
	 * The rates.
	 * @param currencies which ones are wanted
	 */
	public DayRateTable(JdbcOperations jdbc, Collection<String> currencies) {
		this.jdbc = jdbc;
		this.currencies = List.copyOf(currencies);
	}

	@Override
	public Map<LocalDate, Kept<Rates>> find(Collection<LocalDate> days) {
		RateRows<LocalDate> rows = new RateRows<>(this.currencies.size(), SampleRates.SOURCE);
		this.jdbc.query(FIND, (row) -> {
			rows.add(row.getObject("rate_date", LocalDate.class), row.getString("currency"), row.getBigDecimal("rate"),
					row.getString("source"));
		}, days.stream().map(LocalDate::toString).toArray(String[]::new), this.currencies.toArray(String[]::new));
		return rows.complete();
	}

	@Override
	public void keep(Map<LocalDate, @Nullable Rates> values, String source) {
		List<Object[]> rows = new ArrayList<>();
		List<Object[]> missing = new ArrayList<>();
		values.forEach((day, rates) -> {
			if (rates != null) {
				new TreeMap<>(rates.perUsDollar()).forEach((currency, rate) -> rows
					.add(new Object[] { day, currency, rate, source, SampleRates.SOURCE, SampleRates.SOURCE }));
				this.currencies.stream()
					.filter((currency) -> !rates.perUsDollar().containsKey(currency))
					.forEach((currency) -> missing
						.add(new Object[] { day, currency, source, SampleRates.SOURCE, SampleRates.SOURCE }));
			}
		});
		this.jdbc.batchUpdate(KEEP, rows);
		this.jdbc.batchUpdate(KEEP_MISSING, missing);
	}

}
