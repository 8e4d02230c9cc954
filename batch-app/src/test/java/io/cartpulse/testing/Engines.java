package io.cartpulse.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.embedded.EmbeddedEngines;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;

/**
 * PostgreSQL and Kafka for the tests of this JVM: started once.
 */
public final class Engines {

	private static @Nullable Engines running;

	private final EmbeddedEngines engines;

	private final DataSource dataSource;

	private Engines(EmbeddedEngines engines) {
		this.engines = engines;
		this.dataSource = new DriverManagerDataSource(this.engines.postgresUrl(),
				this.engines.credentials().ownerUser(), this.engines.credentials().ownerPassword());
		Flyway.configure().dataSource(this.dataSource).locations("classpath:sql/migrations/postgres").load().migrate();
	}

	/** The engines of this JVM, with migrated tables. */
	public static synchronized Engines start() {
		if (running == null) {
			TemporaryEngines started = TemporaryEngines.postgresAndKafka();
			Runtime.getRuntime().addShutdownHook(new Thread(started::close));
			running = new Engines(started.engines());
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

	/** Empties tables, so that a test begins with nothing. */
	public void empty(String... tables) {
		jdbc().execute("truncate " + String.join(", ", tables) + " cascade");
	}

	/**
	 * An application of some packages or classes on these engines; the caller closes it.
	 * @param sources names of packages and classes
	 * @param properties further properties, {@code name=value}
	 */
	public ConfigurableApplicationContext context(List<String> sources, String... properties) {
		SpringApplication application = new SpringApplication(AutoConfigured.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.addInitializers((context) -> sources
			.forEach((source) -> register((AnnotationConfigApplicationContext) context, source)));
		Map<String, Object> all = new LinkedHashMap<>(Map.of("spring.datasource.url", this.engines.postgresUrl(),
				"spring.datasource.username", this.engines.credentials().ownerUser(), "spring.datasource.password",
				this.engines.credentials().ownerPassword(), "spring.flyway.enabled", "false", "logging.level.root",
				"warn", "logging.config", "", "logging.file.name", "", "cartpulse.kafka.bootstrap-servers",
				kafkaBootstrapServers()));
		Arrays.stream(properties)
			.map((property) -> property.split("=", 2))
			.forEach((property) -> all.put(property[0], property[1]));
		return application.run(all.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new));
	}

	private static void register(AnnotationConfigApplicationContext context, String source) {
		if (ClassUtils.isPresent(source, null)) {
			context.register(ClassUtils.resolveClassName(source, null));
		}
		else {
			context.scan(source);
		}
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class AutoConfigured {

	}

}
