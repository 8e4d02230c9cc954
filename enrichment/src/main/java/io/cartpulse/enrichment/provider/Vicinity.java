package io.cartpulse.enrichment.provider;

import java.math.BigDecimal;

import io.cartpulse.enrichment.Coordinates;

/**
 * About a hundred kilometres around a point: a provider's answer must lie there.
 *
 * @param of the point
 */
record Vicinity(Coordinates of) {

	private static final BigDecimal DEGREES = BigDecimal.ONE;

	private static final BigDecimal ROUND = BigDecimal.valueOf(360);

	/** Nearer to a pole, degrees of longitude mean little. */
	private static final BigDecimal POLAR = BigDecimal.valueOf(80);

	static Vicinity of(Coordinates point) {
		return new Vicinity(point);
	}

	boolean has(BigDecimal lat, BigDecimal lon) {
		BigDecimal north = lat.subtract(this.of.lat()).abs();
		BigDecimal east = lon.subtract(this.of.lon()).abs();
		return north.compareTo(DEGREES) <= 0 && (isNarrow(east) || this.of.lat().abs().compareTo(POLAR) > 0);
	}

	private static boolean isNarrow(BigDecimal east) {
		return east.compareTo(DEGREES) <= 0 || east.subtract(ROUND).abs().compareTo(DEGREES) <= 0;
	}

}
