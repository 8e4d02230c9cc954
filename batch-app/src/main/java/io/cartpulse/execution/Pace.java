package io.cartpulse.execution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.report.Stage;

/**
 * How long each step of a job takes, for so many rows of its stage: as it was in the
 * largest of the last runs, or as it usually is.
 *
 * @param secondsARow seconds by step, for a row of the step's stage; in the order of the
 * steps
 */
record Pace(Map<String, Double> secondsARow) {

	/** What a step takes that has nothing to do. */
	private static final double SECONDS_A_STEP = 0.02;

	/** A smaller run says little of the pace of a large one. */
	private static final long ENOUGH_ROWS = 10_000;

	/**
	 * Microseconds a row of the stage, on two cores with the engines beside the
	 * application.
	 */
	private static final String USUAL = """
			load-raw 8
			reconcile-raw 1.2
			load-user-profiles 0.3
			load-user-devices 0.5
			load-user-locations 0.6
			load-orders 0.4
			load-order-items 1.1
			load-order-statuses 1.1
			load-events 33
			load-campaign-events 2.4
			apply-reference-data 0.05
			derive-orders 0.5
			derive-sessions 4.2
			apply-attributes 0.1
			finish-load 0.7
			publish-users 0.1
			publish-user-devices 0.1
			publish-products 0.1
			publish-campaigns 0.1
			publish-deleted-sessions 0.1
			publish-sessions 0.5
			publish-events 4.3
			publish-orders 0.1
			publish-order-items 0.1
			publish-campaign-events 0.4
			build-marts 2.3
			check-totals 0.1
			""";

	static final Pace USUALLY = new Pace(usual());

	/** What a step took in an earlier run. */
	record StepRun(String step, long read, double seconds) {

	}

	/** The pace of an earlier run, for the stages where it had rows enough. */
	static Pace of(List<StepRun> run) {
		Map<Stage, Long> rows = new EnumMap<>(Stage.class);
		run.forEach((step) -> Stage.of(step.step()).ifPresent((stage) -> rows.merge(stage, step.read(), Long::sum)));
		Map<String, Double> paces = new LinkedHashMap<>();
		run.forEach((step) -> Stage.of(step.step())
			.filter((stage) -> rows.getOrDefault(stage, 0L) >= ENOUGH_ROWS)
			.ifPresent((stage) -> paces.put(step.step(),
					Math.max(0, step.seconds() - SECONDS_A_STEP) / rows.getOrDefault(stage, 1L))));
		USUALLY.secondsARow().forEach((step, usual) -> {
			if (Stage.of(step).filter((stage) -> rows.getOrDefault(stage, 0L) < ENOUGH_ROWS).isPresent()) {
				paces.put(step, usual);
			}
		});
		return new Pace(paces);
	}

	/** The steps of a stage. */
	List<String> steps(Stage stage) {
		List<String> steps = new ArrayList<>(this.secondsARow.keySet());
		steps.removeIf((step) -> Stage.of(step).filter((one) -> one == stage).isEmpty());
		return steps;
	}

	/** The steps whose names begin with a verb. */
	List<String> stepsOf(String verb) {
		return this.secondsARow.keySet().stream().filter((step) -> step.startsWith(verb)).toList();
	}

	/** How long a step takes. */
	double seconds(String step, long rowsOfStage) {
		return SECONDS_A_STEP + this.secondsARow.getOrDefault(step, 0.0) * rowsOfStage;
	}

	private static Map<String, Double> usual() {
		Map<String, Double> paces = new LinkedHashMap<>();
		USUAL.lines()
			.map((line) -> line.split(" "))
			.forEach((line) -> paces.put(line[0], Double.valueOf(line[1]) / 1e6));
		return paces;
	}

}
