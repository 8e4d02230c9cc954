package io.cartpulse.raw;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;

import static io.cartpulse.testing.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KafkaSettingsTests {

	private static final String PREFIX = "cartpulse.kafka";

	@Test
	void haveDefaults() {
		assertThat(bind(PREFIX, KafkaSettings.class, Map.of())).isEqualTo(
				new KafkaSettings("127.0.0.1:19092", "user_events", "cartpulse-raw", Duration.ofSeconds(15), Map.of()));
	}

	@Test
	void takeEveryProperty() {
		Map<String, String> all = Map.of("cartpulse.kafka.bootstrap-servers", "a:1,b:2", "cartpulse.kafka.topic", "t",
				"cartpulse.kafka.group", "g", "cartpulse.kafka.timeout", "3s",
				"cartpulse.kafka.properties[security.protocol]", "SSL");
		assertThat(bind(PREFIX, KafkaSettings.class, all)).isEqualTo(
				new KafkaSettings("a:1,b:2", "t", "g", Duration.ofSeconds(3), Map.of("security.protocol", "SSL")));
	}

	@ParameterizedTest
	@CsvSource({ "bootstrap-servers,''", "topic,''", "group,''", "timeout,1ms" })
	void refuseWhatIsNone(String property, String value) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PREFIX, KafkaSettings.class, Map.of("cartpulse.kafka." + property, value)));
	}

}
