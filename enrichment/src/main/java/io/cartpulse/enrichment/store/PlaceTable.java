package io.cartpulse.enrichment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.atlas.Atlas;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Points' cities and countries in dds.places.
 */
public final class PlaceTable implements ReferenceStore<Coordinates, Place> {

	private static final String FIND = SqlFile.read(PlaceTable.class, "find-places.sql");

	private static final String KEEP = SqlFile.read(PlaceTable.class, "keep-places.sql");

	private final JdbcOperations jdbc;

	/**
	 * The places.
	 */
	public PlaceTable(JdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Coordinates, Kept<Place>> find(Collection<Coordinates> points) {
		Map<Coordinates, Kept<Place>> kept = new HashMap<>();
		this.jdbc.query(FIND, (row) -> {
			kept.put(new Coordinates(row.getBigDecimal("lat"), row.getBigDecimal("lon")),
					new Kept<>(place(row), row.getString("source")));
		}, points.stream().map((point) -> point.lat().toString()).toArray(String[]::new),
				points.stream().map((point) -> point.lon().toString()).toArray(String[]::new));
		return kept;
	}

	@Override
	public void keep(Map<Coordinates, @Nullable Place> values, String source) {
		List<Object[]> rows = new ArrayList<>();
		values.forEach((at, place) -> rows.add(row(at, place, source)));
		this.jdbc.batchUpdate(KEEP, rows);
	}

	private static @Nullable Place place(ResultSet row) throws SQLException {
		String country = row.getString("country");
		String code = row.getString("country_code");
		return (country != null && code != null) ? new Place(row.getString("city"), country, code) : null;
	}

	private static @Nullable Object[] row(Coordinates at, @Nullable Place place, String source) {
		return (place != null)
				? new @Nullable Object[] { at.lat(), at.lon(), place.city(), place.country(), place.countryCode(),
						source, Atlas.SOURCE, Atlas.SOURCE }
				: new @Nullable Object[] { at.lat(), at.lon(), null, null, null, source, Atlas.SOURCE, Atlas.SOURCE };
	}

}
