package io.cartpulse.testing;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.cartpulse.dds.Quarantine;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.enrichment.lookup.EnrichmentConfiguration;
import io.cartpulse.mart.ClickHouseSettings;
import io.cartpulse.raw.KafkaSettings;
import io.cartpulse.simulation.TrafficSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The application with its API on an embedded PostgreSQL, which starts once for the tests
 * of this JVM. Kafka and ClickHouse are away, and the jobs are {@link ObedientJobs}.
 */
public final class RunningApi implements AutoCloseable {

	/** A bearer token of an operator. */
	public static final String TOKEN = "00112233445566778899aabbccddeeff";

	private static final String TOKEN_SHA256 = "5947d7c33d783f94b3b4c1a96ebc8991ed28f1b069b71e03376cba8caa98a720";

	private static final AtomicInteger started = new AtomicInteger();

	private static @Nullable TemporaryEngines engines;

	private static @Nullable RunningApi shared;

	private final ConfigurableApplicationContext context;

	private RunningApi(EmbeddedEngines postgres, String... properties) {
		SpringApplication application = new SpringApplication(TestedApplication.class);
		application.setBannerMode(Banner.Mode.OFF);
		Map<String, Object> all = new LinkedHashMap<>(Map.of("spring.datasource.url", postgres.postgresUrl(),
				"spring.datasource.username", postgres.credentials().ownerUser(), "spring.datasource.password",
				postgres.credentials().ownerPassword(), "server.port", "0", "logging.config",
				"classpath:logback-test.xml", "logging.level.root", "warn", "cartpulse.kafka.bootstrap-servers",
				"127.0.0.1:1", "cartpulse.clickhouse.url", "http://127.0.0.1:1"));
		all.put("cartpulse.kafka.timeout", "1s");
		all.put("logging.level.org.apache.kafka", "off");
		// Quartz knows data sources by its name, JVM-wide
		all.put("spring.quartz.scheduler-name", "tests" + started.incrementAndGet());
		all.put("cartpulse.security.tokens[0].name", "robot");
		all.put("cartpulse.security.tokens[0].sha256", TOKEN_SHA256);
		all.put("cartpulse.security.tokens[0].role", "operator");
		Stream.concat(TestUsers.properties().stream(), Arrays.stream(properties))
			.map((property) -> property.split("=", 2))
			.forEach((property) -> all.put(property[0], property[1]));
		this.context = application.run(all.entrySet()
			.stream()
			.map((one) -> "--" + one.getKey() + "=" + one.getValue())
			.toArray(String[]::new));
	}

	/** The application that all tests may use. */
	public static synchronized RunningApi shared() {
		RunningApi started = shared;
		if (started == null) {
			started = new RunningApi(postgres());
			shared = started;
		}
		return started;
	}

	/**
	 * Another application on the same database; the caller closes it.
	 * @param properties what is different there, {@code name=value}
	 */
	public static synchronized RunningApi with(String... properties) {
		return new RunningApi(postgres(), properties);
	}

	private static EmbeddedEngines postgres() {
		TemporaryEngines started = engines;
		if (started == null) {
			started = TemporaryEngines.postgres();
			engines = started;
			Runtime.getRuntime().addShutdownHook(new Thread(RunningApi::stop));
		}
		return started.engines();
	}

	private static synchronized void stop() {
		if (shared != null) {
			shared.close();
		}
		if (engines != null) {
			engines.close();
		}
	}

	/** A caller without any login. */
	public ApiClient nobody() {
		return new ApiClient(address(), null);
	}

	/** A caller with a user's name and the right password. */
	public ApiClient as(String user) {
		return ApiClient.basic(address(), user, TestUsers.PASSWORD);
	}

	/** Where it listens. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	/** Its database. */
	public JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	/** A bean of it. */
	public <T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/** A bean of it, of which there are several. */
	public <T> T get(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * The application without its stages, and without what needs Kafka or ClickHouse at
	 * its start. No configuration by its annotation, lest the whole application's tests
	 * find it.
	 */
	@EnableAutoConfiguration
	@ComponentScan(
			basePackages = { "io.cartpulse.admin", "io.cartpulse.alert", "io.cartpulse.audit", "io.cartpulse.batch",
					"io.cartpulse.console", "io.cartpulse.dashboard", "io.cartpulse.doctor", "io.cartpulse.execution",
					"io.cartpulse.failure", "io.cartpulse.launch", "io.cartpulse.observe", "io.cartpulse.paging",
					"io.cartpulse.problem", "io.cartpulse.report", "io.cartpulse.schedule", "io.cartpulse.security",
					"io.cartpulse.warehouse" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*(MigrationConfiguration|StoredRecords|HealthIndicator|Tests.*)"))
	@ComponentScan(basePackages = "io.cartpulse.raw", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*(DeadLetterBox|LetterSender|KafkaSource|OffsetBook)"))
	@EnableConfigurationProperties({ KafkaSettings.class, ClickHouseSettings.class, TrafficSettings.class })
	@Import({ EnrichmentConfiguration.class, ObedientJobs.class, Quarantine.class })
	static class TestedApplication {

		@Bean
		KafkaAdmin kafkaAdmin(KafkaSettings settings) {
			int timeout = Math.toIntExact(settings.timeout().toMillis());
			return new KafkaAdmin(Map.of("bootstrap.servers", settings.bootstrapServers(), "default.api.timeout.ms",
					timeout, "request.timeout.ms", timeout));
		}

	}

}
