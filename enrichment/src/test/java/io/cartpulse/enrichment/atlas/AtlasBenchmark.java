package io.cartpulse.enrichment.atlas;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast the atlas is, and what it takes. By its name it is no part of the build:
 * {@code ./mvnw -pl enrichment -am test -Dtest=AtlasBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AtlasBenchmark {

	private static final int WARM_UP = 300_000;

	private static final int LOOK_UPS = 1_000_000;

	private static final double NEAR_DEGREES = 0.5;

	@Test
	void measure() {
		long before = heap();
		Atlas atlas = Atlas.load();
		long heap = heap() - before;
		System.out.printf("%,d cities take %.1f MB of heap%n", atlas.size(), heap / 1e6);
		City[] cities = AtlasFile.cities().toArray(City[]::new);
		measure("near cities", atlas, points(cities));
		measure("anywhere on earth", atlas, points());
		assertThat(atlas.size()).isEqualTo(cities.length);
	}

	/** Points that lie as shoppers do. */
	private static double[] points(City[] cities) {
		SplittableRandom random = new SplittableRandom(1);
		double[] points = new double[2 * LOOK_UPS];
		for (int i = 0; i < points.length; i += 2) {
			City city = cities[random.nextInt(cities.length)];
			points[i] = Math.max(-90, Math.min(90, city.lat() + random.nextDouble(-NEAR_DEGREES, NEAR_DEGREES)));
			points[i + 1] = Math.max(-180, Math.min(180, city.lon() + random.nextDouble(-NEAR_DEGREES, NEAR_DEGREES)));
		}
		return points;
	}

	private static double[] points() {
		SplittableRandom random = new SplittableRandom(1);
		double[] points = new double[2 * LOOK_UPS];
		for (int i = 0; i < points.length; i += 2) {
			points[i] = random.nextDouble(-90, 90);
			points[i + 1] = random.nextDouble(-180, 180);
		}
		return points;
	}

	private static void measure(String where, Atlas atlas, double[] points) {
		lookUp(atlas, points, WARM_UP);
		long begin = System.nanoTime();
		int found = lookUp(atlas, points, LOOK_UPS);
		double seconds = (System.nanoTime() - begin) / 1e9;
		System.out.printf("%s: %,.0f look-ups/s, %.2f µs each, a city for %.0f %%%n", where, LOOK_UPS / seconds,
				seconds * 1e6 / LOOK_UPS, 100.0 * found / LOOK_UPS);
	}

	private static int lookUp(Atlas atlas, double[] points, int count) {
		int found = 0;
		for (int i = 0; i < count; i++) {
			found += (atlas.cityAt(points[2 * i], points[2 * i + 1]) != null) ? 1 : 0;
		}
		return found;
	}

	private static long heap() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
