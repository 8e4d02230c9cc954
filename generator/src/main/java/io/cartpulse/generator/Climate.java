package io.cartpulse.generator;

import java.time.Instant;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.sample.SampleWeather;
import io.cartpulse.source.WireMessage;

/**
 * The weather of the simulated cities, and what it does to shoppers: on a fine warm day
 * fewer come and fewer buy, in rain or snow it is the other way round. The shares are
 * made up.
 */
final class Climate {

	private static final int WARM = 20;

	private final SampleWeather weather;

	/**
	 * The weather of a world.
	 * @param seed which world
	 */
	Climate(long seed) {
		this.weather = new SampleWeather(seed);
	}

	/** The weather of a city. */
	Weather at(SamplePlaces.City city, Instant moment) {
		return this.weather.at(new PlaceHour(new Coordinates(city.lat(), city.lon()), moment));
	}

	/** A city with its weather, as the tracker tells it. */
	static WireMessage.Place place(SamplePlaces.City city, Weather weather) {
		return new WireMessage.Place(city.name(), city.country(), city.lat(), city.lon(), weather.temperature(),
				weather.description());
	}

	/** The share of those who come that would come in the worst weather. */
	static double urgeToVisit(Weather weather) {
		return isWet(weather) ? 1 : isFine(weather) ? 0.6 : 0.8;
	}

	/** How much likelier than on an ordinary day something goes into the cart. */
	static double urgeToBuy(Weather weather) {
		return isWet(weather) ? 1.35 : isFine(weather) ? 0.75 : 1;
	}

	private static boolean isWet(Weather weather) {
		return switch (weather.sky()) {
			case RAIN, DRIZZLE, THUNDERSTORM, SNOW -> true;
			case CLEAR, CLOUDS, MIST, OTHER -> false;
		};
	}

	private static boolean isFine(Weather weather) {
		return weather.sky() == Sky.CLEAR && weather.temperature().intValue() >= WARM;
	}

}
