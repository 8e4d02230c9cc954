package io.cartpulse.enrichment.atlas;

import io.cartpulse.enrichment.Place;

/**
 * A city of the atlas.
 *
 * @param name its name
 * @param country its country's English name
 * @param countryCode its country's ISO 3166 code of two letters
 * @param lat degrees north of its centre
 * @param lon degrees east of its centre
 * @param reachKm how far it extends from there, estimated from its population
 * @param timeZone its time zone's IANA name
 */
public record City(String name, String country, String countryCode, double lat, double lon, double reachKm,
		String timeZone) {

	/**
	 * City and country alone.
	 */
	public Place place() {
		return new Place(this.name, this.country, this.countryCode);
	}

}
