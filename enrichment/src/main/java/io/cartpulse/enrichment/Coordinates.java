package io.cartpulse.enrichment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A point on earth, rounded to hundredths of a degree (about a kilometre), as
 * PostgreSQL's {@code round(lat, 2)} does it.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Coordinates(BigDecimal lat, BigDecimal lon) {

	private static final int DECIMALS = 2;

	/**
	 * Rounds.
	 * @throws IllegalArgumentException when there is no such point
	 */
	public Coordinates {
		requireWithin(90, lat, "latitude");
		requireWithin(180, lon, "longitude");
		lat = lat.setScale(DECIMALS, RoundingMode.HALF_UP);
		lon = lon.setScale(DECIMALS, RoundingMode.HALF_UP);
	}

	/**
	 * The point of two numbers.
	 */
	public static Coordinates of(double lat, double lon) {
		return new Coordinates(BigDecimal.valueOf(lat), BigDecimal.valueOf(lon));
	}

	private static void requireWithin(int limit, BigDecimal degrees, String what) {
		if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
			throw new IllegalArgumentException("no " + what + ": " + degrees);
		}
	}

	@Override
	public String toString() {
		return this.lat + "," + this.lon;
	}

}
