package io.cartpulse.dashboard.query;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link AnalystSettings} and {@link QueryLimits}.
 */
class QuerySettingsTests {

	@Test
	void defaults() {
		assertThat(bind("cartpulse.analyst", AnalystSettings.class, Map.of()))
			.isEqualTo(new AnalystSettings("analyst", ""));
		assertThat(bind("cartpulse.dashboard", QueryLimits.class, Map.of())).isEqualTo(
				new QueryLimits(10_000, Duration.ofSeconds(20), DataSize.ofMegabytes(500), 4, Duration.ofSeconds(20)));
	}

	@Test
	void everyPropertyIsTaken() {
		assertThat(bind("cartpulse.analyst", AnalystSettings.class,
				Map.of("cartpulse.analyst.user", "reader", "cartpulse.analyst.password", "secret")))
			.isEqualTo(new AnalystSettings("reader", "secret"));
		assertThat(bind("cartpulse.dashboard", QueryLimits.class,
				Map.of("cartpulse.dashboard.max-rows", "5", "cartpulse.dashboard.timeout", "2s",
						"cartpulse.dashboard.memory", "1GB", "cartpulse.dashboard.at-once", "2",
						"cartpulse.dashboard.patience", "3s")))
			.isEqualTo(new QueryLimits(5, Duration.ofSeconds(2), DataSize.ofGigabytes(1), 2, Duration.ofSeconds(3)));
	}

	@ParameterizedTest
	@CsvSource({ "timeout, 999ms", "timeout, 0s", "memory, 0MB", "memory, 1023KB", "max-rows, 0", "at-once, 0" })
	void whatWouldBeNoLimitIsRefused(String property, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(
				() -> bind("cartpulse.dashboard", QueryLimits.class, Map.of("cartpulse.dashboard." + property, value)))
			.havingRootCause()
			.withMessageContaining(property);
	}

	@Test
	void theLeastLimitsAreTaken() {
		QueryLimits least = bind("cartpulse.dashboard", QueryLimits.class,
				Map.of("cartpulse.dashboard.timeout", "1s", "cartpulse.dashboard.memory", "1MB"));
		assertThat(least.timeout()).isEqualTo(Duration.ofSeconds(1));
		assertThat(least.memory()).isEqualTo(DataSize.ofMegabytes(1));
	}

	@Test
	void thePasswordStandsInNoText() {
		assertThat(new AnalystSettings("reader", "secret")).hasToString("AnalystSettings[user=reader]");
	}

	private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
		try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
			validator.afterPropertiesSet();
			return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, Bindable.of(type),
					new ValidationBindHandler(validator));
		}
	}

}
