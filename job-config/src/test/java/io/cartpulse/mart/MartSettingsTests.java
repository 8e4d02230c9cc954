package io.cartpulse.mart;

import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;

import static io.cartpulse.testing.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MartSettingsTests {

	private static final String PREFIX = "cartpulse.mart";

	@Test
	void haveDefaults() {
		assertThat(bind(PREFIX, MartSettings.class, Map.of()))
			.isEqualTo(new MartSettings(ZoneId.of("UTC"), 10_000, DataSize.ofGigabytes(1)));
	}

	@Test
	void takeEveryProperty() {
		Map<String, String> all = Map.of("cartpulse.mart.zone", "Asia/Tokyo", "cartpulse.mart.page-size", "500",
				"cartpulse.mart.query-memory", "64MB");
		assertThat(bind(PREFIX, MartSettings.class, all))
			.isEqualTo(new MartSettings(ZoneId.of("Asia/Tokyo"), 500, DataSize.ofMegabytes(64)));
	}

	@ParameterizedTest
	@CsvSource({ "page-size,0", "page-size,100001", "zone,Mars/Olympus" })
	void refuseWhatCannotBe(String property, String value) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PREFIX, MartSettings.class, Map.of("cartpulse.mart." + property, value)));
	}

}
