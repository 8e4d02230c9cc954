package io.cartpulse.mart;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;

import static io.cartpulse.testing.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClickHouseSettingsTests {

	private static final String PREFIX = "cartpulse.clickhouse";

	@Test
	void haveDefaults() {
		assertThat(bind(PREFIX, ClickHouseSettings.class, Map.of()))
			.isEqualTo(new ClickHouseSettings(URI.create("http://127.0.0.1:8123"), "default", "", Duration.ofHours(1)));
	}

	@Test
	void takeEveryProperty() {
		Map<String, String> all = Map.of("cartpulse.clickhouse.url", "https://ch.example:8443",
				"cartpulse.clickhouse.user", "loader", "cartpulse.clickhouse.password", "secret",
				"cartpulse.clickhouse.timeout", "2m");
		assertThat(bind(PREFIX, ClickHouseSettings.class, all)).isEqualTo(new ClickHouseSettings(
				URI.create("https://ch.example:8443"), "loader", "secret", Duration.ofMinutes(2)));
	}

	@Test
	void takeATimeoutWithoutUnitAsSeconds() {
		assertThat(bind(PREFIX, ClickHouseSettings.class, Map.of("cartpulse.clickhouse.timeout", "90")).timeout())
			.isEqualTo(Duration.ofSeconds(90));
	}

	@Test
	void refuseANamelessUser() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PREFIX, ClickHouseSettings.class, Map.of("cartpulse.clickhouse.user", " ")));
	}

	@Test
	void giveTheDriverItsAddress() {
		assertThat(bind(PREFIX, ClickHouseSettings.class, Map.of()).jdbcUrl())
			.isEqualTo("jdbc:clickhouse:http://127.0.0.1:8123/default");
	}

	@Test
	void keepThePasswordToThemselves() {
		ClickHouseSettings settings = bind(PREFIX, ClickHouseSettings.class,
				Map.of("cartpulse.clickhouse.password", "secret"));
		assertThat(settings).asString().doesNotContain("secret");
	}

}
