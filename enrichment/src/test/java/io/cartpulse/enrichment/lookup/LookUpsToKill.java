package io.cartpulse.enrichment.lookup;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.testing.EnrichmentApplication;
import io.cartpulse.enrichment.testing.MovableClock;

/**
 * A process that looks places up, and is killed by its test.
 */
final class LookUpsToKill {

	static final String PASSWORD = "DATABASE_PASSWORD";

	static final String NOW = "2026-07-11T12:00:00Z";

	private LookUpsToKill() {
	}

	public static void main(String[] arguments) {
		try (EnrichmentApplication application = EnrichmentApplication.start(arguments[0], arguments[1],
				System.getenv(PASSWORD), new MovableClock(NOW), arguments[2].split(" "))) {
			lookUp(application.referenceData());
		}
	}

	/** A hundred places. */
	static void lookUp(ReferenceData data) {
		for (int i = 0; i < 100; i++) {
			data.place(Coordinates.of(i / 10.0, 20));
		}
	}

}
