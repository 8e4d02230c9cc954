package io.cartpulse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * Engines on free ports, with a folder of their own that goes away with them.
 */
public final class TemporaryEngines implements AutoCloseable {

	private final Path folder;

	private final EmbeddedEngines engines;

	private TemporaryEngines(boolean kafka, boolean clickHouse) {
		// the engines log at length, long before an application sets levels
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
		try {
			this.folder = Files.createTempDirectory("cartpulse-tests");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.engines = EmbeddedEngines.start(EmbeddedSettings.onFreePorts(this.folder).only(true, kafka, clickHouse),
				(progress) -> {
				});
	}

	static TemporaryEngines postgres() {
		return new TemporaryEngines(false, false);
	}

	static TemporaryEngines postgresAndKafka() {
		return new TemporaryEngines(true, false);
	}

	public static TemporaryEngines all() {
		return new TemporaryEngines(true, true);
	}

	public EmbeddedEngines engines() {
		return this.engines;
	}

	/** How the whole application finds all three: {@code name=value}. */
	public List<String> properties() {
		String owner = this.engines.credentials().ownerUser();
		String password = this.engines.credentials().ownerPassword();
		return List.of("cartpulse.data-dir=" + this.folder, "spring.datasource.url=" + this.engines.postgresUrl(),
				"spring.datasource.username=" + owner, "spring.datasource.password=" + password,
				"cartpulse.kafka.bootstrap-servers=" + this.engines.kafkaBootstrapServers(),
				"cartpulse.clickhouse.url=" + this.engines.clickHouseUrl(), "cartpulse.clickhouse.user=" + owner,
				"cartpulse.clickhouse.password=" + password,
				"cartpulse.analyst.password=" + this.engines.credentials().analystPassword());
	}

	@Override
	public void close() {
		this.engines.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
