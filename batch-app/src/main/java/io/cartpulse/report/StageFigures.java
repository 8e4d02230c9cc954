package io.cartpulse.report;

import java.time.Duration;
import java.util.SortedMap;

/**
 * What a stage of a run did.
 *
 * @param stage the stage
 * @param in records it read
 * @param out records it wrote
 * @param aside records that did not go on, by what became of them
 * @param elapsed the time its steps took
 */
record StageFigures(Stage stage, long in, long out, SortedMap<String, Long> aside, Duration elapsed) {

	/** Records read a second, 0 for a stage that took no time to speak of. */
	long rate() {
		return (this.elapsed.toMillis() > 0) ? this.in * 1000 / this.elapsed.toMillis() : 0;
	}

}
