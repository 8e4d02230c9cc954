package io.cartpulse.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cartpulse.report.Stage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests of {@link RunEstimate} and {@link Pace}.
 */
class RunEstimateTests {

	private static final long ROWS = 1_000_000;

	private static final Map<Stage, Long> DDS = Map.of(Stage.DDS, ROWS);

	/** 10 s of profiles, then 30 s of events, then 10 s of deriving. */
	private static final Pace PACE = Pace.of(List.of(run("load-user-profiles", 100_000, 10),
			run("load-events", 900_000, 30), run("derive-sessions", 0, 10)));

	@Test
	void aRunThatHasNotBegunTakesWhatTheLastOneTook() {
		assertThat(estimate(Map.of()).remainingSeconds()).isCloseTo(50, within(0.5));
	}

	@Test
	void whatIsDoneIsDoneAndTheRunningStepShowsItsPace() {
		RunEstimate estimate = estimate(Map.of("load-user-profiles", completed(10), "load-events", halfway(15)));
		assertThat(estimate.remainingSeconds()).isCloseTo(25, within(0.5));
		assertThat(estimate.share(25)).isCloseTo(0.5, within(0.01));
	}

	@Test
	void aSlowerRunIsExpectedToStaySlow() {
		RunEstimate estimate = estimate(Map.of("load-user-profiles", completed(20), "load-events", halfway(30)));
		assertThat(estimate.remainingSeconds()).isCloseTo(30 + 20, within(1.0));
	}

	@Test
	void aStepWithoutRowsThatTakesLongerThanExpectedStillTakesAWhile() {
		RunEstimate estimate = estimate(Map.of("load-user-profiles", completed(10), "load-events", completed(30),
				"derive-sessions", new StepProgress(0, null, false, 15)));
		assertThat(estimate.remainingSeconds()).isCloseTo(5, within(0.1));
	}

	@Test
	void whatARestartSkipsTakesNoTime() {
		RunEstimate estimate = new RunEstimate(PACE, DDS, Map.of(), Set.of("load-user-profiles", "load-events"));
		assertThat(estimate.remainingSeconds()).isCloseTo(10, within(0.5));
	}

	@Test
	void smallRunsSayNothingOfTheirPace() {
		Pace small = Pace.of(List.of(run("load-events", 10, 5)));
		assertThat(small.secondsARow()).isEqualTo(Pace.USUALLY.secondsARow());
	}

	@Test
	void theShareGrowsOverAnEvenRunAndTheEtaIsTrue() {
		double before = 0;
		for (int second = 1; second < 50; second++) {
			Map<String, StepProgress> steps = new LinkedHashMap<>();
			steps.put("load-user-profiles", at(second, 10, 100_000));
			if (second > 10) {
				steps.put("load-events", at(second - 10, 30, 900_000));
			}
			if (second > 40) {
				steps.put("derive-sessions", new StepProgress(0, null, false, second - 40));
			}
			RunEstimate estimate = estimate(steps);
			assertThat(estimate.remainingSeconds()).isCloseTo(50 - second, within(1.5));
			Double share = estimate.share(second);
			assertThat(share).isNotNull().isGreaterThan(before);
			before = (share != null) ? share : 0;
		}
	}

	private static StepProgress at(int second, int length, long rows) {
		return (second >= length) ? new StepProgress(rows, rows, true, length)
				: new StepProgress(rows * second / length, rows, false, second);
	}

	private static RunEstimate estimate(Map<String, StepProgress> steps) {
		return new RunEstimate(PACE, DDS, steps, Set.of());
	}

	private static StepProgress completed(double seconds) {
		return new StepProgress(1, 1L, true, seconds);
	}

	private static StepProgress halfway(double seconds) {
		return new StepProgress(450_000, 900_000L, false, seconds);
	}

	private static Pace.StepRun run(String step, long read, double seconds) {
		return new Pace.StepRun(step, read, seconds);
	}

}
