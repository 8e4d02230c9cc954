package io.cartpulse.enrichment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.sample.SampleWeather;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Points' weather by hour in dds.weather.
 */
public final class WeatherTable implements ReferenceStore<PlaceHour, Weather> {

	private static final String FIND = SqlFile.read(WeatherTable.class, "find-weather.sql");

	private static final String KEEP = SqlFile.read(WeatherTable.class, "keep-weather.sql");

	private final JdbcOperations jdbc;

	/**
	 * The weather.
	 */
	public WeatherTable(JdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<PlaceHour, Kept<Weather>> find(Collection<PlaceHour> points) {
		Map<PlaceHour, Kept<Weather>> kept = new HashMap<>();
		this.jdbc.query(FIND, (row) -> {
			kept.put(key(row), new Kept<>(weather(row), row.getString("source")));
		}, texts(points, (point) -> point.at().lat()), texts(points, (point) -> point.at().lon()),
				texts(points, PlaceHour::hour));
		return kept;
	}

	@Override
	public void keep(Map<PlaceHour, @Nullable Weather> values, String source) {
		List<Object[]> rows = new ArrayList<>();
		values.forEach((at, weather) -> {
			if (weather != null) {
				rows.add(new Object[] { at.at().lat(), at.at().lon(), at.hour().atOffset(ZoneOffset.UTC),
						weather.temperature(), weather.sky().text(), weather.description(), source,
						SampleWeather.SOURCE, SampleWeather.SOURCE });
			}
		});
		this.jdbc.batchUpdate(KEEP, rows);
	}

	private static PlaceHour key(ResultSet row) throws SQLException {
		return new PlaceHour(new Coordinates(row.getBigDecimal("lat"), row.getBigDecimal("lon")),
				row.getObject("hour", OffsetDateTime.class).toInstant());
	}

	private static Weather weather(ResultSet row) throws SQLException {
		return new Weather(row.getBigDecimal("temperature"), Sky.of(row.getString("sky")),
				row.getString("description"));
	}

	private static String[] texts(Collection<PlaceHour> points, Function<PlaceHour, Object> part) {
		return points.stream().map(part).map(Object::toString).toArray(String[]::new);
	}

}
