package io.cartpulse.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.cartpulse.embedded.Credentials;
import io.cartpulse.embedded.DataFolderInUseException;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;
import io.cartpulse.embedded.EngineAddresses;
import io.cartpulse.embedded.SharedEngines;
import io.cartpulse.terminal.Progress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * As soon as the configuration is known, and before anything of the application is made,
 * starts the engines that it names no server for, and adds their addresses to it.
 */
final class EngineStarter implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, AutoCloseable {

	private static final String POSTGRES_URL = "cartpulse.postgres.url";

	private static final String KAFKA_SERVERS = "cartpulse.kafka.bootstrap-servers";

	private static final String CLICKHOUSE_URL = "cartpulse.clickhouse.url";

	private static final String SCHEDULE_PLAN = "cartpulse.schedule.plan";

	private static final int HIGHEST_PORT = 65535;

	private final Progress progress;

	private @Nullable EmbeddedEngines engines;

	private boolean staysUp;

	private boolean kafka;

	private boolean closed;

	/**
	 * Makes a starter.
	 * @param progress how far it is
	 */
	EngineStarter(Progress progress) {
		this.progress = progress;
	}

	/**
	 * Says whether the engines stay up, and so can be used by other processes.
	 */
	void staysUp(boolean staysUp) {
		this.staysUp = staysUp;
	}

	@Override
	public synchronized void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		EmbeddedSettings settings = settings(environment);
		Map<String, Object> addresses = new HashMap<>();
		if (settings.postgres() || settings.kafka() || settings.clickHouse()) {
			if (this.closed) {
				throw new IllegalStateException("stopped");
			}
			this.kafka = settings.kafka();
			addEmbedded(addresses, settings, startOrFind(settings));
			if (isMissing(environment, SCHEDULE_PLAN)) {
				addresses.put(SCHEDULE_PLAN, "PIPELINE");
			}
		}
		if (!settings.postgres()) {
			addresses.put("spring.datasource.url", environment.getRequiredProperty(POSTGRES_URL));
			addresses.put("spring.datasource.username", environment.getProperty("cartpulse.postgres.user", ""));
			addresses.put("spring.datasource.password", environment.getProperty("cartpulse.postgres.password", ""));
		}
		environment.getPropertySources().addFirst(new MapPropertySource("engines", addresses));
	}

	/**
	 * A run may use the engines of a process that keeps them up on the same data folder.
	 */
	private EngineAddresses startOrFind(EmbeddedSettings settings) {
		try {
			EmbeddedEngines started = EmbeddedEngines.start(settings, this.progress::say);
			this.engines = started;
			if (this.staysUp) {
				started.share();
			}
			return started.addresses();
		}
		catch (DataFolderInUseException ex) {
			Optional<EngineAddresses> shared = this.staysUp ? Optional.empty() : SharedEngines.find(settings);
			shared.ifPresent((found) -> this.progress.say("Using the engines that are up already"));
			return shared.orElseThrow(() -> ex);
		}
	}

	/** Whether the started engines include Kafka. */
	synchronized boolean hasKafka() {
		return this.kafka;
	}

	static EmbeddedSettings settings(Environment environment) {
		String library = environment.getProperty("cartpulse.clickhouse.library", "");
		return new EmbeddedSettings(Path.of(environment.getProperty("cartpulse.data-dir", ".cartpulse")),
				port(environment, "cartpulse.postgres.port", EmbeddedSettings.DEFAULT_POSTGRES_PORT),
				port(environment, "cartpulse.kafka.port", EmbeddedSettings.DEFAULT_KAFKA_PORT),
				port(environment, "cartpulse.clickhouse.port", EmbeddedSettings.DEFAULT_CLICKHOUSE_PORT),
				isMissing(environment, POSTGRES_URL), isMissing(environment, KAFKA_SERVERS),
				isMissing(environment, CLICKHOUSE_URL), library.isBlank() ? null : Path.of(library),
				passwords(environment));
	}

	private static int port(Environment environment, String property, int unset) {
		String configured = environment.getProperty(property, "").strip();
		if (configured.isEmpty()) {
			return unset;
		}
		if (!configured.matches("\\d{1,5}") || Integer.parseInt(configured) > HIGHEST_PORT) {
			throw new UsageException(property + "=" + configured + " is not a port");
		}
		return Integer.parseInt(configured);
	}

	private static boolean isMissing(Environment environment, String property) {
		return environment.getProperty(property, "").isBlank();
	}

	private static Map<String, String> passwords(Environment environment) {
		Map<String, String> passwords = new HashMap<>();
		for (String key : new String[] { "owner.password", "analyst.password" }) {
			String password = environment.getProperty("cartpulse." + key, "");
			if (!password.isBlank()) {
				passwords.put(key, password);
			}
		}
		return passwords;
	}

	private static void addEmbedded(Map<String, Object> addresses, EmbeddedSettings settings, EngineAddresses engines) {
		Credentials credentials = engines.credentials();
		if (settings.postgres()) {
			addresses.put("spring.datasource.url", engines.postgresUrl());
			addresses.put("spring.datasource.username", credentials.ownerUser());
			addresses.put("spring.datasource.password", credentials.ownerPassword());
		}
		if (settings.kafka()) {
			addresses.put(KAFKA_SERVERS, engines.kafkaBootstrapServers());
		}
		if (settings.clickHouse()) {
			addresses.put(CLICKHOUSE_URL, engines.clickHouseUrl());
			addresses.put("cartpulse.clickhouse.user", credentials.ownerUser());
			addresses.put("cartpulse.clickhouse.password", credentials.ownerPassword());
			addresses.put("cartpulse.analyst.user", credentials.analystUser());
			addresses.put("cartpulse.analyst.password", credentials.analystPassword());
		}
	}

	/** Waits for a start that is under way, then stops what was started. */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.engines != null) {
			this.engines.close();
			this.engines = null;
		}
	}

}
