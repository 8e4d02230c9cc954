package io.cartpulse.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.generator.EventPublisher;
import io.cartpulse.launch.StoredRecords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole application with its API and all three engines, empty at first; it starts
 * once for the tests of this JVM. No job starts by itself.
 */
public final class RunningStore {

	private static final Set<String> RUNNING = Set.of("STARTING", "STARTED", "STOPPING");

	private static @Nullable RunningStore running;

	private final TemporaryEngines engines = TemporaryEngines.all();

	private final ConfigurableApplicationContext context;

	private RunningStore() {
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
		List<String> properties = new ArrayList<>(
				List.of("server.port=0", "spring.quartz.scheduler-name=running-store", "logging.level.root=warn"));
		properties.addAll(this.engines.properties());
		properties.addAll(TestUsers.properties());
		return application.run(properties.stream().map((one) -> "--" + one).toArray(String[]::new));
	}

	/** Sends messages to the topic. */
	public void publish(String... messages) {
		try (EventPublisher publisher = publisher()) {
			for (String message : messages) {
				publisher.publish(null, message.getBytes(StandardCharsets.UTF_8));
			}
			publisher.flush();
		}
	}

	/** Publishes into the topic; the caller closes it. */
	public EventPublisher publisher() {
		return new EventPublisher(this.engines.engines().kafkaBootstrapServers(),
				this.context.getBean(StoredRecords.class).topic(), (progress) -> {
				});
	}

	/** Runs the pipeline to its end. */
	public void runPipeline() {
		ApiClient.Answer launched = as("admin").post("/api/v1/jobs/pipeline/executions", "{}");
		assertThat(launched.status()).as(launched.body()).isEqualTo(202);
		assertThat(awaitEnd(launched.header("Location")).get("status").asString()).isEqualTo("COMPLETED");
	}

	/** Waits for an execution to end. */
	public JsonNode awaitEnd(String path) {
		Instant patience = Instant.now().plus(Duration.ofMinutes(2));
		while (Instant.now().isBefore(patience)) {
			JsonNode execution = as("admin").get(path).json();
			if (!RUNNING.contains(execution.get("status").asString())) {
				return execution;
			}
			Thread.onSpinWait();
		}
		throw new AssertionError("it runs and runs: " + path);
	}

	/** A caller with a user's name and the right password. */
	public ApiClient as(String user) {
		return ApiClient.basic(address(), user, TestUsers.PASSWORD);
	}

	/** Where it listens. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	/** How another application finds the same engines: {@code name=value}. */
	public List<String> properties() {
		return this.engines.properties();
	}

	/** The engines. */
	public EmbeddedEngines engines() {
		return this.engines.engines();
	}

	/** A bean of it. */
	public <T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/** RAW, DDS and book-keeping. */
	public JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	private void stop() {
		this.context.close();
		this.engines.close();
	}

}
