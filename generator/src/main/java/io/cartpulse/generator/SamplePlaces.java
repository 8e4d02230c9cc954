package io.cartpulse.generator;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The cities of the simulated shoppers: a sample table.
 */
final class SamplePlaces {

	private static final List<City> CITIES = SampleTable.read("sample-places.csv").stream().map(City::of).toList();

	private static final Weighted<City> BY_SHARE = new Weighted<>(CITIES, City::share);

	private SamplePlaces() {
	}

	/** A random city, large markets more often. */
	static City randomCity(SplittableRandom random) {
		return BY_SHARE.pick(random);
	}

	/**
	 * A city.
	 *
	 * @param name its name
	 * @param country its country's name
	 * @param lat degrees north
	 * @param lon degrees east
	 * @param share of the shoppers, a weight
	 */
	record City(String name, String country, BigDecimal lat, BigDecimal lon, double share) {

		private static City of(String[] row) {
			return new City(row[0], row[1], new BigDecimal(row[2]), new BigDecimal(row[3]), Double.parseDouble(row[4]));
		}

	}

}
