package io.cartpulse.alert;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link AlertSettings}.
 */
class AlertSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new AlertSettings(false, Set.of(), null, Duration.ofHours(1),
				Duration.ofMinutes(1), 1000, 1000, 1_000_000, Duration.ofHours(26)));
	}

	@Test
	void takesEveryProperty() {
		assertThat(bind(Map.of("cartpulse.alert.watch", "true", "cartpulse.alert.on-success", "pipeline,kafka-to-raw",
				"cartpulse.alert.console-url", "https://example.org", "cartpulse.alert.fold-for", "5m",
				"cartpulse.alert.check-every", "10s", "cartpulse.alert.quarantine", "1", "cartpulse.alert.dead-letters",
				"2", "cartpulse.alert.lag", "3", "cartpulse.alert.stale-after", "2h")))
			.isEqualTo(new AlertSettings(true, Set.of("pipeline", "kafka-to-raw"), URI.create("https://example.org"),
					Duration.ofMinutes(5), Duration.ofSeconds(10), 1, 2, 3, Duration.ofHours(2)));
	}

	private static AlertSettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.alert",
				AlertSettings.class);
	}

}
