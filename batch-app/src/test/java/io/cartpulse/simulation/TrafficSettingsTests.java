package io.cartpulse.simulation;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link TrafficSettings}.
 */
class TrafficSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new TrafficSettings(false, 60));
	}

	@Test
	void takesEveryProperty() {
		assertThat(bind(Map.of("cartpulse.simulation.enabled", "true", "cartpulse.simulation.past-days", "3")))
			.isEqualTo(new TrafficSettings(true, 3));
	}

	private static TrafficSettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.simulation",
				TrafficSettings.class);
	}

}
