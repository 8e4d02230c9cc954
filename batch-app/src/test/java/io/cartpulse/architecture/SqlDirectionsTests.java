package io.cartpulse.architecture;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of whose tables an SQL file names: the same directions as Java's.
 */
class SqlDirectionsTests {

	private static final Set<String> POSTGRES = Set.of("raw", "dds", "etl", "batch", "quartz");

	private static final Set<String> CLICKHOUSE = Set.of("warehouse", "aside", "data_mart", "system");

	/** What a stage's files may name in PostgreSQL; the application's may name all. */
	private static final Map<String, Set<String>> STAGES = Map.of("raw", Set.of("raw", "etl"), "dds",
			Set.of("raw", "dds", "etl"), "mart", Set.of("dds", "etl"), "reference", Set.of("dds", "etl"));

	/** Whose files are for ClickHouse too. A file is for one database or the other. */
	private static final Set<String> USE_CLICKHOUSE = Set.of("mart", "report", "doctor", "warehouse", "observe",
			"dashboard");

	private static final Map<String, Set<String>> MIGRATIONS = Map.of("postgres", POSTGRES, "clickhouse", CLICKHOUSE);

	@Test
	void stagesHaveFiles() {
		assertThat(SqlSource.ofPackages()).extracting(SqlSource::owner).containsAll(STAGES.keySet());
	}

	@Test
	void filesNameOnlyTheLayersThatComeBefore() {
		assertThat(SqlSource.ofPackages()).filteredOn((file) -> !isDirected(file))
			.as("files that name a table of a layer they may not use")
			.isEmpty();
	}

	@Test
	void migrationsNameOnlyTheirOwnDatabase() {
		assertThat(SqlSource.migrations()).isNotEmpty()
			.filteredOn((file) -> !MIGRATIONS.getOrDefault(file.owner(), Set.of()).containsAll(file.schemasNamed()))
			.isEmpty();
	}

	private static boolean isDirected(SqlSource file) {
		Set<String> named = file.schemasNamed();
		return STAGES.getOrDefault(file.owner(), POSTGRES).containsAll(named)
				|| (USE_CLICKHOUSE.contains(file.owner()) && CLICKHOUSE.containsAll(named));
	}

}
