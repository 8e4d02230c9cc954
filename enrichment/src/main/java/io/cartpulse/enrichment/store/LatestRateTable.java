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
 * The present hour's rates in etl.latest_rates. Which currencies the hour's answer lacked
 * is remembered here: after a restart it is asked for once more.
 */
public final class LatestRateTable implements ReferenceStore<Instant, Rates> {

	private static final String FIND = SqlFile.read(LatestRateTable.class, "find-latest-rates.sql");

	private static final String KEEP = SqlFile.read(LatestRateTable.class, "keep-latest-rates.sql");

	private final JdbcOperations jdbc;

	private final List<String> currencies;

	private volatile @Nullable Lacking lacking;

	/**
	 * The rates.
	 * @param currencies which ones are wanted
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
		Lacking known = this.lacking;
		if (known != null && hours.contains(known.hour())) {
			known.currencies().forEach((currency) -> rows.add(known.hour(), currency, null, known.source()));
		}
		return rows.complete();
	}

	@Override
	public void keep(Map<Instant, @Nullable Rates> values, String source) {
		List<Object[]> rows = new ArrayList<>();
		values.forEach((hour, rates) -> {
			if (rates != null) {
				new TreeMap<>(rates.perUsDollar()).forEach((currency, rate) -> rows
					.add(new Object[] { hour.atOffset(ZoneOffset.UTC), currency, rate, source }));
				this.lacking = new Lacking(hour, source,
						this.currencies.stream()
							.filter((currency) -> !rates.perUsDollar().containsKey(currency))
							.toList());
			}
		});
		this.jdbc.batchUpdate(KEEP, rows);
	}

	/**
	 * What an hour's answer lacked.
	 */
	private record Lacking(Instant hour, String source, List<String> currencies) {
	}

}
