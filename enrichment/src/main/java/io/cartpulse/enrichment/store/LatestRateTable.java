package io.cartpulse.enrichment.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * The present hour's rates in etl.latest_rates.
 */
public final class LatestRateTable implements ReferenceStore<Instant, Rates> {

	private static final String FIND = SqlFile.read(LatestRateTable.class, "find-latest-rates.sql");

	private static final String KEEP = SqlFile.read(LatestRateTable.class, "keep-latest-rates.sql");

	private final JdbcOperations jdbc;

	private final List<String> currencies;

	/**
	 * The rates.
	 * @param currencies which ones an hour must have
	 */
	public LatestRateTable(JdbcOperations jdbc, Collection<String> currencies) {
		this.jdbc = jdbc;
		this.currencies = List.copyOf(currencies);
	}

	@Override
	public Map<Instant, Kept<Rates>> find(Collection<Instant> hours) {
		RateRows<Instant> rows = new RateRows<>(this.currencies.size(), SampleRates.SOURCE);
		this.jdbc.query(FIND, (row) -> {
			rows.add(row.getObject("rate_hour", OffsetDateTime.class).toInstant(), row.getString("currency"),
					row.getBigDecimal("rate"), row.getString("source"));
		}, hours.stream().map(Instant::toString).toArray(String[]::new), this.currencies.toArray(String[]::new));
		return rows.complete();
	}

	@Override
	public void keep(Map<Instant, @Nullable Rates> values, String source) {
		List<Object[]> rows = new ArrayList<>();
		values.forEach((hour, rates) -> {
			if (rates != null) {
				new TreeMap<>(rates.perUsDollar()).forEach((currency, rate) -> rows
					.add(new Object[] { hour.atOffset(ZoneOffset.UTC), currency, rate, source }));
			}
		});
		this.jdbc.batchUpdate(KEEP, rows);
	}

}
