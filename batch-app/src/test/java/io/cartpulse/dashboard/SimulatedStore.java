package io.cartpulse.dashboard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.generator.EventPublisher;
import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.StoredRecords;
import io.cartpulse.source.WireWriter;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.TemporaryEngines;
import io.cartpulse.testing.TestUsers;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Six weeks of a small shop that went through the pipeline once: simulated traffic, and
 * some records that are not in order.
 */
public final class SimulatedStore {

	/** A Monday. */
	static final LocalDate OPENING = LocalDate.parse("2026-01-05");

	static final LocalDate LAST_DAY = OPENING.plusDays(41);

	/** The day on which the simulated shop is away for many hours. */
	static final LocalDate OUTAGE = OPENING.plusDays(31);

	private static @Nullable SimulatedStore running;

	private final TemporaryEngines engines = TemporaryEngines.all();

	private final ConfigurableApplicationContext context;

	private SimulatedStore(SimulationSettings settings, LocalDate lastDay) {
		this.context = application();
		rememberRates(settings.opening(), lastDay);
		publish(settings, lastDay);
		run(lastDay);
	}

	/** The store of this JVM. */
	public static synchronized SimulatedStore start() {
		SimulatedStore started = running;
		if (started == null) {
			started = start(new SimulationSettings(1, OPENING, 500, 120), LAST_DAY);
			running = started;
		}
		return started;
	}

	/**
	 * A store of another size, which runs until the JVM ends.
	 * @param settings what is simulated
	 * @param days from its opening day on
	 */
	public static SimulatedStore of(SimulationSettings settings, int days) {
		return start(settings, settings.opening().plusDays(days - 1L));
	}

	private static SimulatedStore start(SimulationSettings settings, LocalDate lastDay) {
		SimulatedStore started = new SimulatedStore(settings, lastDay);
		Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
		return started;
	}

	/** What it stands on. */
	public EmbeddedEngines engines() {
		return this.engines.engines();
	}

	/** DDS and book-keeping. */
	JdbcTemplate postgres() {
		return this.context.getBean(JdbcTemplate.class);
	}

	/** The marts, as those see them who may only read. */
	Analyst analyst() {
		return new Analyst(engines().clickHouseUrl(), engines().credentials());
	}

	/** Where its API and its console are. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	/** Its API, as somebody who may look. */
	public ApiClient viewer() {
		return ApiClient.basic(address(), "viewer", TestUsers.PASSWORD);
	}

	private ConfigurableApplicationContext application() {
		return new SpringApplication(CartpulseApplication.class)
			.run(Stream.of(List.of("server.port=0"), this.engines.properties(), TestUsers.properties())
				.flatMap(List::stream)
				.map((property) -> "--" + property)
				.toArray(String[]::new));
	}

	private void rememberRates(LocalDate from, LocalDate to) {
		postgres()
			.update("""
					insert into dds.exchange_rates (rate_date, currency, rate, source)
					select cast(day as date), currency, rate, 'sample'
					from generate_series(?, ?, interval '1 day') as day, (values ('EUR', 0.9137), ('RUB', 81.4321)) as r (currency, rate)""",
					from, to);
	}

	private void publish(SimulationSettings settings, LocalDate lastDay) {
		String name = this.context.getBean(StoredRecords.class).topic();
		try (EventPublisher publisher = new EventPublisher(engines().kafkaBootstrapServers(), name, (progress) -> {
		})) {
			new Simulation(settings).window(start(settings.opening()), start(lastDay.plusDays(1)),
					(message) -> publisher.publish(WireWriter.key(message), WireWriter.write(message)));
			for (String line : notInOrder()) {
				publisher.publish(null, line.getBytes(StandardCharsets.UTF_8));
			}
			publisher.flush();
		}
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static List<String> notInOrder() {
		return List.of("not json", "not json either", """
				{"type": "order", "order_id": "%s", "order_ts": "2026-01-21T10:00:00Z", "total_usd": "30",
				 "generated_at": "2026-01-21T11:00:00Z"}""".formatted(new UUID(1, 1)), """
				{"type": "order", "order_id": "%s", "order_ts": "2026-01-21T10:00:00Z", "total_usd": "1",
				 "generated_at": "2026-01-21T10:00:00Z"}""".formatted(new UUID(1, 1)), """
				{"type": "event", "event_type": "frob", "timestamp": "2026-01-20T10:00:00Z"}""",
				"""
						{"type": "order_item", "order_id": "%s", "product_id": 1, "price_usd": "10"}"""
					.formatted(new UUID(2, 1)),
				"""
						{"type": "event", "event_type": "search", "timestamp": "2026-01-20T10:00:00Z", "lat": 91, "lon": 0}""",
				"""
						{"type": "event", "event_type": "search", "timestamp": "2026-01-20T10:00:00Z", "lat": 91, "lon": 0}""");
	}

	private void run(LocalDate lastDay) {
		List<JobExecution> runs = this.context.getBean(JobRuns.class)
			.run(KnownJob.PIPELINE, Map.of("asOf", lastDay.toString()), "test");
		if (!runs.stream().allMatch(JobRuns::isCompleted)) {
			throw new IllegalStateException("the pipeline failed: " + runs);
		}
	}

	private void stop() {
		this.context.close();
		this.engines.close();
	}

}
