package io.cartpulse.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;
import io.cartpulse.generator.EventPublisher;
import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.StoredRecords;
import io.cartpulse.source.WireMessage;
import io.cartpulse.source.WireWriter;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * Six weeks of a small shop that went through the pipeline once: simulated traffic, a
 * pair of products that people buy together, a day on which the shop was away, and some
 * records that are not in order.
 */
public final class SimulatedStore {

	/** A Monday. */
	static final LocalDate OPENING = LocalDate.parse("2026-01-05");

	static final LocalDate LAST_DAY = OPENING.plusDays(41);

	/** A Wednesday on which nothing came, but for the first and the last hour. */
	static final LocalDate OUTAGE = OPENING.plusDays(37);

	private static @Nullable SimulatedStore running;

	private final Path folder;

	private final EmbeddedEngines engines;

	private final ConfigurableApplicationContext context;

	private SimulatedStore() {
		// the engines log at length, long before the application sets levels
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
		this.folder = temporaryFolder();
		this.engines = EmbeddedEngines.start(EmbeddedSettings.onFreePorts(this.folder), (progress) -> {
		});
		this.context = application();
		rememberRates();
		publish();
		run();
	}

	/** The store of this JVM. */
	public static synchronized SimulatedStore start() {
		if (running == null) {
			SimulatedStore started = new SimulatedStore();
			Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
			running = started;
		}
		return running;
	}

	/** What it stands on. */
	public EmbeddedEngines engines() {
		return this.engines;
	}

	/** DDS and book-keeping. */
	JdbcTemplate postgres() {
		return this.context.getBean(JdbcTemplate.class);
	}

	/** The marts, as those see them who may only read. */
	Analyst analyst() {
		return new Analyst(this.engines.clickHouseUrl(), this.engines.credentials());
	}

	/** Where its API and its console are. */
	URI address() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	/** Its API, as somebody who may look. */
	ApiClient viewer() {
		return ApiClient.basic(address(), "viewer", RunningApi.PASSWORD);
	}

	private ConfigurableApplicationContext application() {
		SpringApplication application = new SpringApplication(CartpulseApplication.class);
		String owner = this.engines.credentials().ownerUser();
		String password = this.engines.credentials().ownerPassword();
		return application.run("--cartpulse.data-dir=" + this.folder,
				"--spring.datasource.url=" + this.engines.postgresUrl(), "--spring.datasource.username=" + owner,
				"--spring.datasource.password=" + password,
				"--cartpulse.kafka.bootstrap-servers=" + this.engines.kafkaBootstrapServers(),
				"--cartpulse.clickhouse.url=" + this.engines.clickHouseUrl(), "--cartpulse.clickhouse.user=" + owner,
				"--cartpulse.clickhouse.password=" + password,
				"--cartpulse.analyst.password=" + this.engines.credentials().analystPassword(), "--server.port=0",
				"--cartpulse.security.users[0].name=viewer", "--cartpulse.security.users[0].role=viewer",
				"--cartpulse.security.users[0].password={bcrypt}"
						+ new BCryptPasswordEncoder(4).encode(RunningApi.PASSWORD));
	}

	private void rememberRates() {
		postgres()
			.update("""
					insert into dds.exchange_rates (rate_date, currency, rate, source)
					select cast(day as date), currency, rate, 'sample'
					from generate_series(?, ?, interval '1 day') as day, (values ('EUR', 0.9137), ('RUB', 81.4321)) as r (currency, rate)""",
					OPENING, LAST_DAY);
	}

	private void publish() {
		String name = this.context.getBean(StoredRecords.class).topic();
		try (EventPublisher publisher = new EventPublisher(this.engines.kafkaBootstrapServers(), name, (progress) -> {
		})) {
			Simulation shop = new Simulation(new SimulationSettings(1, OPENING, 300, 50));
			Consumer<WireMessage> topic = (message) -> publisher.publish(WireWriter.key(message),
					WireWriter.write(message));
			shop.window(moment(OPENING, 0), moment(OUTAGE, 1), topic);
			shop.window(moment(OUTAGE, 23), moment(LAST_DAY, 24), topic);
			for (String line : boughtTogether()) {
				publisher.publish(null, line.getBytes(StandardCharsets.UTF_8));
			}
			for (String line : notInOrder()) {
				publisher.publish(null, line.getBytes(StandardCharsets.UTF_8));
			}
			publisher.flush();
		}
	}

	private static Instant moment(LocalDate day, int hour) {
		return day.atStartOfDay(ZoneOffset.UTC).plusHours(hour).toInstant();
	}

	private static List<String> boughtTogether() {
		return IntStream.rangeClosed(1, 6).boxed().flatMap((number) -> {
			UUID order = new UUID(1, number);
			return Stream.of(
					"""
							{"type": "order", "order_id": "%s", "order_ts": "2026-01-2%dT10:00:00Z", "total_usd": "30"}"""
						.formatted(order, number),
					"""
							{"type": "order_status", "order_id": "%s", "status": "success"}""".formatted(order),
					"""
							{"type": "order_item", "order_id": "%s", "product_id": 9001, "price_usd": "10"}"""
						.formatted(order),
					"""
							{"type": "order_item", "order_id": "%s", "product_id": 9002, "price_usd": "20"}"""
						.formatted(order));
		}).toList();
	}

	private static List<String> notInOrder() {
		return List.of("not json", "not json either", """
				{"type": "order", "order_id": "%s", "order_ts": "2026-01-21T10:00:00Z", "total_usd": "1",
				 "generated_at": "2026-01-21T10:00:00Z"}""".formatted(new UUID(1, 1)), """
				{"type": "event", "event_type": "frob", "timestamp": "2026-01-20T10:00:00Z"}""",
				"""
						{"type": "order_item", "order_id": "%s", "product_id": 9001, "price_usd": "10"}"""
					.formatted(new UUID(2, 1)),
				"""
						{"type": "event", "event_type": "search", "timestamp": "2026-01-20T10:00:00Z", "lat": 91, "lon": 0}""",
				"""
						{"type": "event", "event_type": "search", "timestamp": "2026-01-20T10:00:00Z", "lat": 91, "lon": 0}""");
	}

	private void run() {
		List<JobExecution> runs = this.context.getBean(JobRuns.class)
			.run(KnownJob.PIPELINE, Map.of("asOf", LAST_DAY.toString()), "test");
		if (!runs.stream().allMatch(JobRuns::isCompleted)) {
			throw new IllegalStateException("the pipeline failed: " + runs);
		}
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("cartpulse-store");
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
