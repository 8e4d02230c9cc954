package io.cartpulse.observe;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ServerAddress}.
 */
class ServerAddressTests {

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1", "0.0.0.0, 127.0.0.1", "::, 127.0.0.1", "'', 127.0.0.1", "::1, [::1]",
			"10.1.2.3, 10.1.2.3", "shop.example, shop.example" })
	void isOneThatSomebodyCanGoTo(String listensOn, String host) {
		assertThat(ServerAddress.of(Map.of("server.address", listensOn, "server.port", "18080")::get))
			.isEqualTo("http://" + host + ":18080");
	}

	@Test
	void hasThePortThatWasTaken() {
		assertThat(ServerAddress.of(Map.of("server.port", "0", "local.server.port", "40123")::get))
			.isEqualTo("http://127.0.0.1:40123");
	}

}
