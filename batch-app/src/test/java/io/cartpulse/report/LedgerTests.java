package io.cartpulse.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Ledger}.
 */
class LedgerTests {

	@Test
	void accountsForEveryRecordOfEachStage() {
		Ledger ledger = new Ledger(
				new TreeMap<>(Map.of("received", 1_200L, "dead_letter", 3L, "gap", 2L)), new TreeMap<>(Map.of("loaded",
						1_000L, "duplicate", 150L, "superseded", 20L, "quarantined", 30L, "resolved", 7L)),
				List.of(new Ledger.MartTotal("revenue", new BigDecimal("50435.26"), 3)));
		assertThat(ledger.lines()).containsExactly(
				"Kafka → RAW       1,205 offsets passed = 1,200 rows + 3 dead letters + 2 gaps",
				"RAW → DDS         1,200 rows read = 1,000 loaded + 150 duplicate + 20 superseded + 30 quarantined;"
						+ " 7 resolved from earlier runs",
				"DDS → ClickHouse  revenue 50,435.26 in DDS = in 3 marts, day by day");
	}

	@Test
	void isSilentOfStagesThatDidNothing() {
		assertThat(new Ledger(new TreeMap<>(), new TreeMap<>(), List.of()).lines()).isEmpty();
	}

}
