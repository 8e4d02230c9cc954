package io.cartpulse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;
import io.cartpulse.generator.EventPublisher;
import io.cartpulse.launch.StoredRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application with its API and all three engines, empty at first; it starts
 * once for the tests of this JVM. No job starts by itself.
 */
public final class RunningStore {

	private static @Nullable RunningStore running;

	private final Path folder;

	private final EmbeddedEngines engines;

	private final ConfigurableApplicationContext context;

	private RunningStore() {
		LoggingSystem.get(RunningStore.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
		this.folder = temporaryFolder();
		this.engines = EmbeddedEngines.start(EmbeddedSettings.onFreePorts(this.folder), (progress) -> {
		});
		this.context = application();
	}

	/** The application of this JVM. */
	public static synchronized RunningStore start() {
		if (running == null) {
			RunningStore started = new RunningStore();
			Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
			running = started;
		}
		return running;
	}

	private ConfigurableApplicationContext application() {
		SpringApplication application = new SpringApplication(CartpulseApplication.class);
		application.setBannerMode(Banner.Mode.OFF);
		String owner = this.engines.credentials().ownerUser();
		String password = this.engines.credentials().ownerPassword();
		List<String> properties = new ArrayList<>(List.of("server.port=0", "spring.quartz.scheduler-name=running-store",
				"cartpulse.data-dir=" + this.folder, "spring.datasource.url=" + this.engines.postgresUrl(),
				"spring.datasource.username=" + owner, "spring.datasource.password=" + password,
				"logging.level.root=warn", "cartpulse.kafka.bootstrap-servers=" + this.engines.kafkaBootstrapServers(),
				"cartpulse.clickhouse.url=" + this.engines.clickHouseUrl(), "cartpulse.clickhouse.user=" + owner,
				"cartpulse.clickhouse.password=" + password));
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(RunningApi.PASSWORD);
		String[] roles = { "viewer", "operator", "admin" };
		for (int i = 0; i < roles.length; i++) {
			String user = "cartpulse.security.users[" + i + "].";
			properties.addAll(List.of(user + "name=" + roles[i], user + "password=" + hash, user + "role=" + roles[i]));
		}
		return application.run(properties.stream().map((one) -> "--" + one).toArray(String[]::new));
	}

	/** Sends messages to the topic. */
	public void publish(String... messages) {
		String topic = this.context.getBean(StoredRecords.class).topic();
		try (EventPublisher publisher = new EventPublisher(this.engines.kafkaBootstrapServers(), topic, (progress) -> {
		})) {
			for (String message : messages) {
				publisher.publish(null, message.getBytes(StandardCharsets.UTF_8));
			}
			publisher.flush();
		}
	}

	/** A caller with a user's name and the right password. */
	public ApiClient as(String user) {
		return ApiClient.basic(address(), user, RunningApi.PASSWORD);
	}

	/** Where it listens. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	/** RAW, DDS and book-keeping. */
	public JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("cartpulse-store-tests");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void stop() {
		this.context.close();
		this.engines.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
