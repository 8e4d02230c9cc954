package io.cartpulse.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days of the simulation, in UTC.
 */
final class Days {

	private Days() {
	}

	static LocalDate utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC).toLocalDate();
	}

	static Instant start(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

}
