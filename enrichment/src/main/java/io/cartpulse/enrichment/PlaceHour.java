package io.cartpulse.enrichment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A point in an hour: what weather is asked for by.
 *
 * @param at the point
 * @param hour the hour's beginning, UTC; later moments are cut to it
 */
public record PlaceHour(Coordinates at, Instant hour) {

	/**
	 * Cuts to the hour.
	 */
	public PlaceHour {
		hour = hour.truncatedTo(ChronoUnit.HOURS);
	}

	@Override
	public String toString() {
		return this.at + " " + this.hour;
	}

}
