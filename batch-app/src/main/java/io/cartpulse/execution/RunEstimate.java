package io.cartpulse.execution;

import java.util.Map;
import java.util.Set;

import io.cartpulse.report.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How long a run will still take: what its running step has shown, and for the steps to
 * come the pace of earlier runs, corrected by how this run compares with them so far.
 *
 * @param pace how long steps take
 * @param rows rows by stage that the run passes through
 * @param steps how far the steps are that have begun
 * @param doneBefore steps that an earlier execution has completed and this one skips
 */
record RunEstimate(Pace pace, Map<Stage, Long> rows, Map<String, StepProgress> steps, Set<String> doneBefore) {

	/** From this share on, a step's own pace is all that counts. */
	private static final double KNOWN_PACE = 0.2;

	/** Runs are not so unlike each other; a first second says little. */
	private static final double MOST_CORRECTION = 4;

	private static final double ENOUGH_SECONDS = 3;

	/** The time to the run's end. */
	double remainingSeconds() {
		double correction = correction();
		double remaining = 0;
		for (Map.Entry<Stage, Long> stage : this.rows.entrySet()) {
			for (String step : this.pace.steps(stage.getKey())) {
				if (!this.doneBefore.contains(step) || this.steps.containsKey(step)) {
					remaining += remaining(step, this.pace.seconds(step, stage.getValue()) * correction);
				}
			}
		}
		return remaining;
	}

	private double remaining(String step, double expected) {
		StepProgress progress = this.steps.get(step);
		if (progress == null) {
			return expected;
		}
		if (progress.completed()) {
			return 0;
		}
		Double share = progress.share();
		if (share == null || share <= 0) {
			// what is over its time already takes about a third of that longer
			return (progress.seconds() < expected) ? Math.max(expected - progress.seconds(), expected / 10)
					: progress.seconds() / 3;
		}
		double byOwnPace = progress.seconds() / share;
		double trust = Math.min(1, share / KNOWN_PACE);
		return (trust * byOwnPace + (1 - trust) * expected) * (1 - share);
	}

	/** How much slower this run is than the pace says. */
	private double correction() {
		double taken = 0;
		double expected = 0;
		for (Map.Entry<String, StepProgress> step : this.steps.entrySet()) {
			Long rowsOfStage = Stage.of(step.getKey()).map(this.rows::get).orElse(null);
			Double share = step.getValue().share();
			if (rowsOfStage != null && share != null) {
				taken += step.getValue().seconds();
				expected += this.pace.seconds(step.getKey(), rowsOfStage) * share;
			}
		}
		if (taken < ENOUGH_SECONDS || expected <= 0) {
			return 1;
		}
		return Math.max(1 / MOST_CORRECTION, Math.min(MOST_CORRECTION, taken / expected));
	}

	/**
	 * The share of the run's time that has passed.
	 * @param seconds how long it has run
	 */
	@Nullable Double share(double seconds) {
		double remaining = remainingSeconds();
		return (seconds + remaining > 0) ? seconds / (seconds + remaining) : null;
	}

}
