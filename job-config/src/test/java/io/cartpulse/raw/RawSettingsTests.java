package io.cartpulse.raw;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RawSettingsTests {

	@Test
	void kafkaHasDefaults() {
		assertThat(bind("cartpulse.kafka", KafkaSettings.class, Map.of())).isEqualTo(
				new KafkaSettings("127.0.0.1:19092", "user_events", "cartpulse-raw", Duration.ofSeconds(15), Map.of()));
	}

	@Test
	void kafkaTakesEveryProperty() {
		Map<String, Object> all = Map.of("cartpulse.kafka.bootstrap-servers", "a:1,b:2", "cartpulse.kafka.topic", "t",
				"cartpulse.kafka.group", "g", "cartpulse.kafka.timeout", "3s",
				"cartpulse.kafka.properties[security.protocol]", "SSL");
		assertThat(bind("cartpulse.kafka", KafkaSettings.class, all)).isEqualTo(
				new KafkaSettings("a:1,b:2", "t", "g", Duration.ofSeconds(3), Map.of("security.protocol", "SSL")));
	}

	@Test
	void rawHasDefaults() {
		assertThat(bind("cartpulse.raw", RawSettings.class, Map.of()))
			.isEqualTo(new RawSettings(2, 5000, DataSize.ofMegabytes(8), 5));
	}

	@Test
	void rawTakesEveryProperty() {
		Map<String, Object> all = Map.of("cartpulse.raw.workers", "4", "cartpulse.raw.chunk-size", "100",
				"cartpulse.raw.chunk-bytes", "64KB", "cartpulse.raw.attempts", "1");
		assertThat(bind("cartpulse.raw", RawSettings.class, all))
			.isEqualTo(new RawSettings(4, 100, DataSize.ofKilobytes(64), 1));
	}

	@Test
	void chunkBytesOutOfRangeAreRefused() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind("cartpulse.raw", RawSettings.class, Map.of("cartpulse.raw.chunk-bytes", "1GB")))
			.havingRootCause()
			.withMessageContaining("cartpulse.raw.chunk-bytes must be 1KB to 256MB");
	}

	private static <T> T bind(String prefix, Class<T> type, Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
	}

}
