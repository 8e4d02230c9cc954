package io.cartpulse.raw;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;

import static io.cartpulse.testing.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RawSettingsTests {

	private static final String PREFIX = "cartpulse.raw";

	@Test
	void haveDefaults() {
		assertThat(bind(PREFIX, RawSettings.class, Map.of()))
			.isEqualTo(new RawSettings(2, 5000, DataSize.ofMegabytes(8)));
	}

	@Test
	void takeEveryProperty() {
		Map<String, String> all = Map.of("cartpulse.raw.workers", "4", "cartpulse.raw.chunk-size", "100",
				"cartpulse.raw.chunk-bytes", "64KB");
		assertThat(bind(PREFIX, RawSettings.class, all)).isEqualTo(new RawSettings(4, 100, DataSize.ofKilobytes(64)));
	}

	@Test
	void refuseChunkBytesOutOfRange() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PREFIX, RawSettings.class, Map.of("cartpulse.raw.chunk-bytes", "1GB")))
			.havingRootCause()
			.withMessageContaining("cartpulse.raw.chunk-bytes must be 1KB to 256MB");
	}

	@ParameterizedTest
	@ValueSource(strings = { "workers", "chunk-size" })
	void refuseNone(String property) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PREFIX, RawSettings.class, Map.of("cartpulse.raw." + property, "0")));
	}

}
