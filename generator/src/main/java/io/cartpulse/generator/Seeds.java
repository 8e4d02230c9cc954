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

	/**
	 * One number of many. Its bits are well mixed: seeds that differ by a multiple of the
	 * golden ratio would give {@link SplittableRandom} the same numbers, only later.
	 */
	static long mix(long seed, String purpose, long... subjects) {
		long mixed = scatter(seed + GOLDEN) ^ purpose.hashCode();
		for (long subject : subjects) {
			mixed = scatter(mixed + GOLDEN) ^ subject;
		}
		return scatter(mixed + GOLDEN);
	}

	/**
	 * The finalizer of MurmurHash3, with the constants of David Stafford's variant 13.
	 */
	private static long scatter(long bits) {
		long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
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
