package io.cartpulse.command;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link WhereToLook}.
 */
class WhereToLookTests {

	private static final Map<String, String> PROPERTIES = Map.of("spring.datasource.url",
			"jdbc:postgresql://127.0.0.1:15432/cartpulse", "spring.datasource.password", "secret",
			"cartpulse.clickhouse.url", "http://127.0.0.1:18123", "cartpulse.clickhouse.password", "secret",
			"cartpulse.data-dir", "/data", "logging.file.name", "/data/logs/cartpulse.log", "server.address",
			"127.0.0.1", "local.server.port", "18080");

	@Test
	void givesCommandsThatCanBeCopied() {
		assertThat(text(true)).contains("psql -h 127.0.0.1 -p 15432 -U analyst cartpulse", "http://127.0.0.1:18123/",
				"/data/credentials.properties", "/data/logs/cartpulse.log", "Ctrl-C");
	}

	@Test
	void namesConsoleAndApiWhileTheyAnswer() {
		assertThat(text(true)).contains("http://127.0.0.1:18080/ ", "http://127.0.0.1:18080/api/v1", "admin.password");
		assertThat(text(false)).doesNotContain("18080");
	}

	@Test
	void saysThatTheEnginesStopAfterARun() {
		assertThat(text(false)).contains("./cartpulse up");
	}

	@Test
	void neverNamesAPassword() {
		assertThat(text(true) + text(false)).doesNotContain("secret");
	}

	private static String text(boolean staysUp) {
		return String.join("\n", new WhereToLook((name) -> PROPERTIES.getOrDefault(name, ""), staysUp).lines());
	}

}
