package io.cartpulse.execution;

import org.jspecify.annotations.Nullable;

/**
 * How far a step is.
 *
 * @param done rows that it has read, earlier executions of the instance included
 * @param total rows that there are; nothing while that is not known
 * @param completed whether it has reached its end
 * @param seconds how long it has run
 */
record StepProgress(long done, @Nullable Long total, boolean completed, double seconds) {

	/** From 0 to 1; nothing while the total is not known. */
	@Nullable Double share() {
		if (this.completed) {
			return 1.0;
		}
		if (this.total == null || this.total <= 0) {
			return null;
		}
		return Math.min(1.0, (double) this.done / this.total);
	}

	/** The time it will take at its pace so far; nothing while that is not known. */
	@Nullable Double remainingSeconds() {
		Double share = share();
		if (share == null || share <= 0) {
			return null;
		}
		return this.seconds * (1 - share) / share;
	}

}
