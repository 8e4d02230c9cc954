package io.cartpulse.generator;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UserKeyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			value = { "{\"user_id\":7}|7", "{\"a\":{\"user_id\":1},\"user_id\":\"8\"}|8", "{\"user_id\":null}|none",
					"{\"user_id\":[1]}|none", "{\"a\":1}|none", "[7]|none", "not json|none", "{\"user_id\":|none" })
	void isTheUserIdAtTheTop(String value, @Nullable String key) {
		assertThat(UserKey.of(value.getBytes(StandardCharsets.UTF_8))).isEqualTo(key);
	}

}
