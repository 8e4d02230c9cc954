package io.cartpulse.generator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A choice among things of different weight.
 *
 * @param <T> the things
 */
final class Weighted<T> {

	private final List<T> things;

	private final double[] upTo;

	Weighted(List<T> things, ToDoubleFunction<T> weight) {
		this.things = things;
		this.upTo = new double[things.size()];
		double sum = 0;
		for (int i = 0; i < this.upTo.length; i++) {
			sum += weight.applyAsDouble(things.get(i));
			this.upTo[i] = sum;
		}
	}

	T pick(SplittableRandom random) {
		double at = random.nextDouble() * this.upTo[this.upTo.length - 1];
		int index = 0;
		while (this.upTo[index] <= at) {
			index++;
		}
		return this.things.get(index);
	}

}
