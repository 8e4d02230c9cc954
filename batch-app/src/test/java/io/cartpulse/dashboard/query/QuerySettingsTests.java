package io.cartpulse.dashboard.query;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void thePasswordStandsInNoText() {
		assertThat(new AnalystSettings("reader", "secret")).hasToString("AnalystSettings[user=reader]");
	}

	private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
	}

}
