package io.cartpulse.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Stage}.
 */
class StageTests {

	@ParameterizedTest
	@CsvSource({ "fix-offsets, RAW", "load-raw, RAW", "reconcile-raw, RAW", "load-raw-worker:worker0, RAW",
			"commit-group-offsets, RAW", "begin-load, DDS", "load-orders, DDS", "retry-order-items, DDS",
			"derive-sessions, DDS", "apply-attributes, DDS", "finish-load, DDS", "begin-publication, MART",
			"publish-orders, MART", "swap-facts, MART", "build-marts, MART", "check-totals, MART", "swap-marts, MART",
			"mark-published, MART" })
	void eachStepBelongsToAStage(String step, Stage stage) {
		assertThat(Stage.of(step)).contains(stage);
	}

	@Test
	void migrationsBelongToNone() {
		assertThat(Stage.of("migrate-postgres")).isEmpty();
	}

}
