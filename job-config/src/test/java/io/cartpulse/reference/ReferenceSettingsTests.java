package io.cartpulse.reference;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;

import static io.cartpulse.testing.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReferenceSettingsTests {

	private static final String PREFIX = "cartpulse.reference";

	@Test
	void haveDefaults() {
		assertThat(bind(PREFIX, ReferenceSettings.class, Map.of()))
			.isEqualTo(new ReferenceSettings(20, Duration.ofMinutes(10)));
	}

	@Test
	void takeEveryProperty() {
		Map<String, String> all = Map.of("cartpulse.reference.page-size", "5", "cartpulse.reference.longest-step",
				"90s");
		assertThat(bind(PREFIX, ReferenceSettings.class, all))
			.isEqualTo(new ReferenceSettings(5, Duration.ofSeconds(90)));
	}

	@ParameterizedTest
	@CsvSource({ "page-size,0", "page-size,10001", "longest-step,0s" })
	void refuseWhatCannotBe(String property, String value) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PREFIX, ReferenceSettings.class, Map.of(PREFIX + "." + property, value)));
	}

}
