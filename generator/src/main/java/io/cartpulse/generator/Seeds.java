package io.cartpulse.generator;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Random numbers that depend on nothing but a seed and what they are for: any day, user
 * or place can be simulated alone, and always alike.
 */
final class Seeds {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private Seeds() {
	}

	/** Random numbers for one purpose. */
	static SplittableRandom random(long seed, String purpose, long... subjects) {
		return new SplittableRandom(mix(seed, purpose, subjects));
	}

	static long mix(long seed, String purpose, long... subjects) {
		long mixed = (seed + GOLDEN) * 31 + purpose.hashCode();
		for (long subject : subjects) {
			mixed = (mixed ^ (mixed >>> 32)) * GOLDEN + subject;
		}
		return mixed * GOLDEN;
	}

	static UUID uuid(SplittableRandom random) {
		long most = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
		long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(most, least);
	}

	/** Normally distributed, by the central limit of twelve uniform numbers. */
	static double gaussian(SplittableRandom random) {
		double sum = -6;
		for (int i = 0; i < 12; i++) {
			sum += random.nextDouble();
		}
		return sum;
	}

	static boolean chance(SplittableRandom random, double probability) {
		return random.nextDouble() < probability;
	}

}
