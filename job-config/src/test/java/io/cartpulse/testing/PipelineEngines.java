package io.cartpulse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL and Kafka for the tests of this JVM, and ClickHouse for those that ask for
 * it: started once, on free ports, in a folder that goes away at the end.
 */
public final class PipelineEngines {

	private static @Nullable PipelineEngines running;

	private final Path folder;

	private final EmbeddedEngines engines;

	private final DataSource dataSource;

	private @Nullable EmbeddedEngines clickHouse;

	private @Nullable ClickHouseTables clickHouseTables;

	private PipelineEngines(Path folder) {
		// the engines log at length, long before a context sets levels
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
		this.folder = folder;
		this.engines = EmbeddedEngines.start(settings("engines", true), (progress) -> {
		});
		this.dataSource = new DriverManagerDataSource(this.engines.postgresUrl(),
				this.engines.credentials().ownerUser(), this.engines.credentials().ownerPassword());
		Flyway.configure().dataSource(this.dataSource).locations("classpath:sql/migrations/postgres").load().migrate();
	}

	/**
	 * The engines of this JVM, with migrated tables.
	 */
	public static synchronized PipelineEngines start() {
		if (running == null) {
			PipelineEngines started = new PipelineEngines(temporaryFolder());
			Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
			running = started;
		}
		return running;
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	public JdbcTemplate jdbc() {
		return new JdbcTemplate(this.dataSource);
	}

	public String kafkaBootstrapServers() {
		return this.engines.kafkaBootstrapServers();
	}

	/**
	 * How an application of the mart stage finds ClickHouse, which starts at the first
	 * call.
	 */
	public synchronized List<String> clickHouseProperties() {
		EmbeddedEngines engine = clickHouse();
		return List.of("cartpulse.clickhouse.url=" + engine.clickHouseUrl(),
				"cartpulse.clickhouse.user=" + engine.credentials().ownerUser(),
				"cartpulse.clickhouse.password=" + engine.credentials().ownerPassword());
	}

	/**
	 * ClickHouse's migrated tables; it starts at the first call.
	 */
	public synchronized ClickHouseTables clickHouseTables() {
		if (this.clickHouseTables == null) {
			EmbeddedEngines engine = clickHouse();
			this.clickHouseTables = new ClickHouseTables(engine.clickHouseUrl(), engine.credentials().ownerUser(),
					engine.credentials().ownerPassword());
		}
		return this.clickHouseTables;
	}

	/**
	 * Kills ClickHouse's process with SIGKILL, a few times at most; it is started again
	 * by itself, and {@link #awaitClickHouse} waits for that.
	 */
	public synchronized void killClickHouse() {
		try (Stream<Path> files = Files.walk(this.folder.resolve("clickhouse"), 3)) {
			Path pidFile = files.filter((file) -> file.endsWith("engine.pid")).findFirst().orElseThrow();
			ProcessHandle process = ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
			process.destroyForcibly();
			process.onExit().join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits until ClickHouse answers again, at most a minute.
	 */
	public void awaitClickHouse() {
		long end = System.nanoTime() + 60_000_000_000L;
		while (true) {
			try {
				clickHouseTables().rows("select 1");
				return;
			}
			catch (RuntimeException ex) {
				if (System.nanoTime() > end) {
					throw ex;
				}
				Thread.onSpinWait();
			}
		}
	}

	/**
	 * Empties raw, dds, etl and the job repository, so that a test begins with nothing.
	 */
	public void emptyTables() {
		List<String> tables = jdbc().queryForList("""
				select quote_ident(schemaname) || '.' || quote_ident(tablename)
				from pg_tables
				where schemaname in ('raw', 'dds', 'etl', 'batch')
				""", String.class);
		jdbc().execute("truncate " + String.join(", ", tables) + " restart identity cascade");
	}

	/**
	 * An application of some stages on these engines; the caller closes it.
	 * @param topic the topic it reads
	 * @param packages the stages' packages
	 * @param properties further properties, {@code name=value}
	 */
	public ConfigurableApplicationContext context(String topic, List<String> packages, String... properties) {
		List<String> all = new ArrayList<>(properties(topic));
		all.addAll(Arrays.asList(properties));
		return application(packages, (context) -> {
		}, all);
	}

	/**
	 * How an application finds PostgreSQL, and Kafka with a topic: {@code name=value}.
	 */
	public List<String> properties(String topic) {
		return List.of("spring.datasource.url=" + this.engines.postgresUrl(),
				"spring.datasource.username=" + this.engines.credentials().ownerUser(),
				"spring.datasource.password=" + this.engines.credentials().ownerPassword(),
				"cartpulse.kafka.bootstrap-servers=" + kafkaBootstrapServers(), "cartpulse.kafka.topic=" + topic);
	}

	/**
	 * An application of some stages, in this process or in another one.
	 * @param packages the stages' packages, and single configurations by their class
	 * @param prepare gets the context before it is filled
	 * @param properties where its engines are, and more: {@code name=value}
	 */
	public static ConfigurableApplicationContext application(List<String> packages,
			ApplicationContextInitializer<ConfigurableApplicationContext> prepare, List<String> properties) {
		SpringApplication application = new SpringApplication(AutoConfigured.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setSources(packages.stream().filter(PipelineEngines::isClass).collect(Collectors.toSet()));
		application.addInitializers(prepare, (context) -> scan(context, packages));
		Map<String, Object> all = new LinkedHashMap<>(Map.of("spring.batch.job.enabled", "false",
				"spring.batch.jdbc.initialize-schema", "never", "spring.batch.jdbc.table-prefix", "batch.BATCH_",
				"spring.flyway.enabled", "false", "logging.level.root", "warn"));
		properties.stream()
			.map((property) -> property.split("=", 2))
			.forEach((property) -> all.put(property[0], property[1]));
		application.setDefaultProperties(all);
		return application.run();
	}

	/**
	 * A package that is a source of Spring Boot's is scanned too, but its first class
	 * becomes a bean whatever it is, and that may be a test.
	 */
	private static void scan(ConfigurableApplicationContext context, List<String> packages) {
		new ClassPathBeanDefinitionScanner((BeanDefinitionRegistry) context.getBeanFactory())
			.scan(packages.stream().filter((name) -> !isClass(name)).toArray(String[]::new));
	}

	private static boolean isClass(String name) {
		return ClassUtils.isPresent(name, null);
	}

	private EmbeddedEngines clickHouse() {
		if (this.clickHouse == null) {
			this.clickHouse = EmbeddedEngines.start(settings("clickhouse", false), (progress) -> {
			});
		}
		return this.clickHouse;
	}

	private EmbeddedSettings settings(String name, boolean postgresAndKafka) {
		return new EmbeddedSettings(this.folder.resolve(name), 0, 0, 0, postgresAndKafka, postgresAndKafka,
				!postgresAndKafka, null, Map.of());
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("cartpulse-tests");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void stop() {
		if (this.clickHouseTables != null) {
			this.clickHouseTables.close();
		}
		if (this.clickHouse != null) {
			this.clickHouse.close();
		}
		this.engines.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class AutoConfigured {

	}

}
