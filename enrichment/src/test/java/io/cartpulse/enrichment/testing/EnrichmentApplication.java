package io.cartpulse.enrichment.testing;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.lookup.EnrichmentConfiguration;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An application that has reference data and nothing else.
 *
 * @param context its beans
 */
public record EnrichmentApplication(ConfigurableApplicationContext context) implements AutoCloseable {

	/**
	 * Starts it.
	 * @param url the database's address
	 * @param clock tells it the time
	 * @param properties further properties below {@code cartpulse.enrichment},
	 * {@code name=value}
	 */
	public static EnrichmentApplication start(String url, String user, String password, Clock clock,
			String... properties) {
		Map<String, Object> all = new HashMap<>(Map.of("spring.datasource.url", url, "spring.datasource.username", user,
				"spring.datasource.password", password, "spring.datasource.hikari.maximum-pool-size", "12",
				"spring.flyway.enabled", "false", "cartpulse.enrichment.retry.back-off", "1ms",
				"cartpulse.enrichment.retry.max-back-off", "2ms"));
		Arrays.stream(properties)
			.map((property) -> property.split("=", 2))
			.forEach((property) -> all.put("cartpulse.enrichment." + property[0], property[1]));
		// it would reset what tests listen to
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		SpringApplication application = new SpringApplication(Configured.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(all);
		application
			.addInitializers((GenericApplicationContext context) -> context.registerBean(Clock.class, () -> clock));
		return new EnrichmentApplication(application.run());
	}

	public static EnrichmentApplication start(EnrichmentDatabase database, Clock clock, String... properties) {
		return start(database.url(), database.user(), database.password(), clock, properties);
	}

	public ReferenceData referenceData() {
		return this.context.getBean(ReferenceData.class);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@EnableAutoConfiguration
	@Import(EnrichmentConfiguration.class)
	@Configuration(proxyBeanMethods = false)
	static class Configured {

	}

}
