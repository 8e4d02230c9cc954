package io.cartpulse.embedded;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which engines to start, where they keep their data and where they listen.
 *
 * @param dataDir the folder of all data and of {@code credentials.properties}
 * @param postgresPort PostgreSQL's port, 0 takes a free one
 * @param kafkaPort Kafka's port, 0 takes a free one
 * @param clickHousePort ClickHouse's HTTP port, 0 takes a free one
 * @param postgres whether to start PostgreSQL
 * @param kafka whether to start Kafka
 * @param clickHouse whether to start ClickHouse
 * @param clickHouseLibrary path of a ClickHouse library to use, {@code null} fetches the
 * pinned one
 * @param passwords passwords that win over the generated ones, by the keys
 * {@code owner.password} and {@code analyst.password}
 */
public record EmbeddedSettings(Path dataDir, int postgresPort, int kafkaPort, int clickHousePort, boolean postgres,
		boolean kafka, boolean clickHouse, @Nullable Path clickHouseLibrary, Map<String, String> passwords) {

	/** PostgreSQL's port where nothing else is configured. */
	public static final int DEFAULT_POSTGRES_PORT = 15432;

	/** Kafka's port where nothing else is configured. */
	public static final int DEFAULT_KAFKA_PORT = 19092;

	/** ClickHouse's HTTP port where nothing else is configured. */
	public static final int DEFAULT_CLICKHOUSE_PORT = 18123;

	public EmbeddedSettings {
		dataDir = dataDir.toAbsolutePath().normalize();
		passwords = Map.copyOf(passwords);
	}

	/**
	 * All three engines on their default ports.
	 * @param dataDir the folder of all data
	 * @return the settings
	 */
	public static EmbeddedSettings defaults(Path dataDir) {
		return new EmbeddedSettings(dataDir, DEFAULT_POSTGRES_PORT, DEFAULT_KAFKA_PORT, DEFAULT_CLICKHOUSE_PORT, true,
				true, true, null, Map.of());
	}

	/**
	 * All three engines on free ports: what tests want.
	 * @param dataDir the folder of all data
	 * @return the settings
	 */
	public static EmbeddedSettings onFreePorts(Path dataDir) {
		return new EmbeddedSettings(dataDir, 0, 0, 0, true, true, true, null, Map.of());
	}

	/**
	 * The same settings with other engines switched on.
	 * @param postgres whether to start PostgreSQL
	 * @param kafka whether to start Kafka
	 * @param clickHouse whether to start ClickHouse
	 * @return the changed settings
	 */
	public EmbeddedSettings only(boolean postgres, boolean kafka, boolean clickHouse) {
		return new EmbeddedSettings(this.dataDir, this.postgresPort, this.kafkaPort, this.clickHousePort, postgres,
				kafka, clickHouse, this.clickHouseLibrary, this.passwords);
	}

}
