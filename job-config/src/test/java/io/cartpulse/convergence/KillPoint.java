package io.cartpulse.convergence;

import java.util.Arrays;
import java.util.Optional;

/**
 * A place in a run that a process is killed at, by the last thing that it said.
 */
enum KillPoint {

	/** Kafka's records are being copied. */
	INSIDE_RAW_CHUNK("inside load-raw", "inside load-raw"),
	/** A chunk of RAW rows is being loaded. */
	INSIDE_DDS_CHUNK("inside load-", "inside load-events"),
	/** A page of facts is being sent. */
	INSIDE_MART_CHUNK("inside publish-", "inside publish-events"),
	/** All is written, nothing is committed. */
	BEFORE_COMMIT("before commit", "before commit of load-events"),
	/** The chunk is committed, the step does not know yet. */
	AFTER_COMMIT("after commit", "after commit of load-raw"),
	/** Some marts are swapped in, others are not. */
	BETWEEN_SWAPS("swapped data_mart", "swapped data_mart");

	private final String marks;

	private final String waitAt;

	KillPoint(String marks, String waitAt) {
		this.marks = marks;
		this.waitAt = waitAt;
	}

	/** The mark to wait at, so that a kill meets this place for certain. */
	String waitAt() {
		return this.waitAt;
	}

	/** The place of a mark; none for one that no case is about. */
	static Optional<KillPoint> of(String mark) {
		return Arrays.stream(values()).filter((point) -> mark.startsWith(point.marks)).findFirst();
	}

}
