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

	/** All of it in one line. */
	String line() {
		StringBuilder line = new StringBuilder("%s: %s in, %s out, %s".formatted(this.stage.title(),
				Numbers.whole(this.in), Numbers.whole(this.out), Numbers.seconds(this.elapsed)));
		this.aside.forEach((outcome, rows) -> {
			if (rows > 0) {
				line.append(", ").append(Numbers.whole(rows)).append(' ').append(outcome);
			}
		});
		return line.toString();
	}

}
