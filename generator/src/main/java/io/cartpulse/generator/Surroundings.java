package io.cartpulse.generator;

import java.time.LocalDate;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.Weather;
import org.jspecify.annotations.Nullable;

/**
 * The world around the simulated shop, as real sources know it. What they do not know is
 * taken from the samples. Messages tell of it; who comes and buys depends on the seed
 * alone, so that a span simulated again has the same visits and orders whatever has
 * become known meanwhile.
 */
public interface Surroundings {

	/**
	 * The weather of a point in an hour; null: not known.
	 */
	@Nullable Weather weather(PlaceHour at);

	/**
	 * City and country of a point; null: not known.
	 */
	@Nullable Place place(Coordinates at);

	/**
	 * The rates of a day in UTC; null: not known.
	 */
	@Nullable Rates rates(LocalDate day);

}
