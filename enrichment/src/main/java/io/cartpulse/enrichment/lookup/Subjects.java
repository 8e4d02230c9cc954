package io.cartpulse.enrichment.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;

/**
 * What reference data is about, and when it can exist.
 */
final class Subjects {

	/** A day's rates close with the day. */
	static final Lookup.Subject<LocalDate> RATES = new Lookup.Subject<>("rates",
			(day) -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
			"set cartpulse.enrichment.open-exchange-rates.key, .exchange-rate-api.enabled or .sample-rates");

	static final Lookup.Subject<Instant> LATEST_RATES = new Lookup.Subject<>("latest rates", (hour) -> null,
			RATES.howToTurnOn());

	static final Lookup.Subject<Coordinates> PLACES = new Lookup.Subject<>("places", (at) -> null,
			"set cartpulse.enrichment.positionstack.key or .atlas");

	/** An hour's weather is there from its beginning. */
	static final Lookup.Subject<PlaceHour> WEATHER = new Lookup.Subject<>("weather", PlaceHour::hour,
			"set cartpulse.enrichment.open-weather.key or .sample-weather");

	private Subjects() {
	}

}
