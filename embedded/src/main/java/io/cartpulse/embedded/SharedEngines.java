package io.cartpulse.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code engines.properties} in the data folder: the addresses of engines that stay up,
 * for other processes of this machine to use. It is there as long as they are.
 */
public final class SharedEngines {

	private static final String NAME = "engines.properties";

	private static final String PID = "pid";

	private static final String POSTGRES_URL = "postgres.url";

	private static final String KAFKA_SERVERS = "kafka.bootstrap-servers";

	private static final String CLICKHOUSE_URL = "clickhouse.url";

	private SharedEngines() {
	}

	static void publish(Path dataDir, EngineAddresses addresses) {
		try {
			PrivateFile.write(dataDir.resolve(NAME),
					"""
							# Engines that run now. Their passwords are in %s.
							%s=%d
							%s=%s
							%s=%s
							%s=%s
							""".formatted(CredentialsFile.NAME, PID, ProcessHandle.current().pid(), POSTGRES_URL,
							addresses.postgresUrl(), KAFKA_SERVERS, addresses.kafkaBootstrapServers(), CLICKHOUSE_URL,
							addresses.clickHouseUrl()));
		}
		catch (IOException ex) {
			throw new EngineStartException("The addresses of the engines cannot be written: " + ex, ex);
		}
	}

	static void withdraw(Path dataDir) {
		try {
			Files.deleteIfExists(dataDir.resolve(NAME));
		}
		catch (IOException ex) {
			throw new EngineStartException("The addresses of the engines cannot be taken away: " + ex, ex);
		}
	}

	/**
	 * Finds the engines that another process keeps up on a data folder.
	 * @param settings the data folder, and the passwords that win over the written ones
	 * @return their addresses, if there are any
	 */
	public static Optional<EngineAddresses> find(EmbeddedSettings settings) {
		Path file = settings.dataDir().resolve(NAME);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		Properties shared = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			shared.load(reader);
		}
		catch (IOException ex) {
			throw new EngineStartException("The addresses in " + file + " cannot be read: " + ex, ex);
		}
		boolean alive = ProcessHandle.of(Long.parseLong(shared.getProperty(PID, "0")))
			.filter(ProcessHandle::isAlive)
			.isPresent();
		return alive
				? Optional.of(new EngineAddresses(shared.getProperty(POSTGRES_URL, ""),
						shared.getProperty(KAFKA_SERVERS, ""), shared.getProperty(CLICKHOUSE_URL, ""),
						CredentialsFile.open(settings.dataDir(), settings.passwords()).credentials()))
				: Optional.empty();
	}

}
