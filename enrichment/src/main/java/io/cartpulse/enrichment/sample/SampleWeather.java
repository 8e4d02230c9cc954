package io.cartpulse.enrichment.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;

/**
 * Weather that nobody observed: temperature by latitude, season and time of day, and
 * chance by the day; the same for the same seed, place and hour, whenever it is asked.
 */
public final class SampleWeather {

	/** Stands beside every value from here. */
	public static final String SOURCE = "sample";

	private static final double MID_JULY = 197;

	private static final double WARMEST_HOUR = 15;

	private final long seed;

	/**
	 * The weather of a world.
	 * @param seed which world
	 */
	public SampleWeather(long seed) {
		this.seed = seed;
	}

	/**
	 * The weather of a place in an hour.
	 */
	public Weather at(PlaceHour place) {
		ZonedDateTime utc = place.hour().atZone(ZoneOffset.UTC);
		double lat = place.at().lat().doubleValue();
		SplittableRandom day = dice(place.at(), utc.toLocalDate().toEpochDay());
		double temperature = season(lat, utc.getDayOfYear()) + dayOfChance(day)
				+ timeOfDay(place.at().lon().doubleValue(), utc.getHour());
		Sky sky = sky(temperature, day);
		return new Weather(BigDecimal.valueOf(temperature).setScale(1, RoundingMode.HALF_UP), sky, inWords(sky));
	}

	/** Places in the same square of one degree share their days. */
	private SplittableRandom dice(Coordinates at, long day) {
		long neighbourhood = wholeDegrees(at.lat()) * 1000 + wholeDegrees(at.lon());
		return new SplittableRandom(scatter(scatter(scatter(this.seed) ^ neighbourhood) ^ day));
	}

	private static long wholeDegrees(BigDecimal degrees) {
		return degrees.setScale(0, RoundingMode.FLOOR).longValue();
	}

	/** Near 27 °C all the year at the equator, colder and more seasonal to the poles. */
	private static double season(double lat, int dayOfYear) {
		double mean = 27 - 0.0075 * lat * lat;
		double swing = 0.28 * Math.abs(lat);
		double summer = Math.cos((dayOfYear - MID_JULY) / 365 * 2 * Math.PI);
		return mean + swing * ((lat >= 0) ? summer : -summer);
	}

	private static double dayOfChance(SplittableRandom day) {
		return 3 * (day.nextDouble() + day.nextDouble() + day.nextDouble() - 1.5) * 2;
	}

	private static double timeOfDay(double lon, int hour) {
		double localHour = (hour + lon / 15 + 24) % 24;
		return 4 * Math.cos((localHour - WARMEST_HOUR) / 24 * 2 * Math.PI);
	}

	private static Sky sky(double temperature, SplittableRandom day) {
		double chance = day.nextDouble();
		if (chance < 0.33) {
			return (temperature < 0.5) ? Sky.SNOW
					: (chance < 0.03) ? Sky.THUNDERSTORM : (chance < 0.12) ? Sky.DRIZZLE : Sky.RAIN;
		}
		return (chance < 0.36) ? Sky.MIST : (chance < 0.66) ? Sky.CLOUDS : Sky.CLEAR;
	}

	private static String inWords(Sky sky) {
		return switch (sky) {
			case CLEAR -> "clear sky";
			case CLOUDS -> "clouds";
			case RAIN -> "rain";
			case DRIZZLE -> "drizzle";
			case THUNDERSTORM -> "thunderstorm";
			case SNOW -> "snow";
			case MIST -> "mist";
			case OTHER -> "other";
		};
	}

	/**
	 * The finalizer of MurmurHash3, with the constants of David Stafford's variant 13:
	 * near seeds give unlike numbers.
	 */
	private static long scatter(long bits) {
		long mixed = bits + 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}
