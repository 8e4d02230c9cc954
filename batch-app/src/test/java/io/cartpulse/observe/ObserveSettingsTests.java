package io.cartpulse.observe;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ObserveSettings}.
 */
class ObserveSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new ObserveSettings(false, Duration.ofSeconds(30), Duration.ofSeconds(3)));
	}

	@Test
	void takesEveryProperty() {
		assertThat(bind(Map.of("cartpulse.observe.watch", "true", "cartpulse.observe.every", "5s",
				"cartpulse.observe.patience", "500ms")))
			.isEqualTo(new ObserveSettings(true, Duration.ofSeconds(5), Duration.ofMillis(500)));
	}

	private static ObserveSettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.observe",
				ObserveSettings.class);
	}

}
