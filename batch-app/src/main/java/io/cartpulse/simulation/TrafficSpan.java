package io.cartpulse.simulation;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What a run publishes: fixed in its first step, kept with the run, the same after a
 * restart.
 *
 * @param opening the shop's first day
 * @param from the span's begin
 * @param to its end, not in it
 */
record TrafficSpan(LocalDate opening, Instant from, Instant to) {

	private static final String OPENING = "traffic.opening";

	private static final String FROM = "traffic.from";

	private static final String TO = "traffic.to";

	static boolean isIn(ExecutionContext context) {
		return context.containsKey(TO);
	}

	static TrafficSpan readFrom(ExecutionContext context) {
		return new TrafficSpan(LocalDate.parse(context.getString(OPENING)), Instant.parse(context.getString(FROM)),
				Instant.parse(context.getString(TO)));
	}

	void writeTo(ExecutionContext context) {
		context.putString(OPENING, this.opening.toString());
		context.putString(FROM, this.from.toString());
		context.putString(TO, this.to.toString());
	}

}
