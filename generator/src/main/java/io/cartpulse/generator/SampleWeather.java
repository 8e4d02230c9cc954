package io.cartpulse.generator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

import io.cartpulse.source.WireMessage;

/**
 * The weather of the sample cities: a year's wave between January and July, a day's wave,
 * and chance; the same for all who are there in the same hour.
 */
final class SampleWeather {

	private static final double MID_JULY = 197;

	private final long seed;

	SampleWeather(long seed) {
		this.seed = seed;
	}

	/** A city with its weather of the hour. */
	WireMessage.Place at(SamplePlaces.City city, Instant moment) {
		ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
		SplittableRandom day = Seeds.random(this.seed, "weather", city.name().hashCode(),
				utc.toLocalDate().toEpochDay());
		double summer = (1 + Math.cos((utc.getDayOfYear() - MID_JULY) / 365 * 2 * Math.PI)) / 2;
		double mean = city.januaryTemp() + (city.julyTemp() - city.januaryTemp()) * summer + 3 * Seeds.gaussian(day);
		double localHour = (utc.getHour() + city.lon().doubleValue() / 15 + 24) % 24;
		double temp = mean + 4 * Math.cos((localHour - 15) / 24 * 2 * Math.PI);
		return new WireMessage.Place(city.name(), city.country(), city.lat(), city.lon(),
				BigDecimal.valueOf(temp).setScale(1, RoundingMode.HALF_UP), sky(city, temp, day));
	}

	private static String sky(SamplePlaces.City city, double temp, SplittableRandom day) {
		if (Seeds.chance(day, city.wetDays())) {
			return (temp < 0.5) ? "snow"
					: Seeds.chance(day, 0.08) ? "thunderstorm" : Seeds.chance(day, 0.3) ? "drizzle" : "rain";
		}
		return Seeds.chance(day, 0.05) ? "mist" : Seeds.chance(day, 0.45) ? "clouds" : "clear sky";
	}

}
