package io.cartpulse.embedded.clickhouse;

import java.util.Arrays;
import java.util.Random;

import com.clickhouse.data.ClickHouseCityHash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("deprecation")
class CityHashTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 4, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 48, 100, 143, 144, 145, 200, 255, 256, 272, 500,
			1023, 4096, 65_537 })
	void agreesWithTheClient(int length) {
		byte[] bytes = new byte[length + 3];
		new Random(length).nextBytes(bytes);
		CityHash.Pair hash = CityHash.hash128(bytes, 3, length);
		assertThat(new long[] { hash.low(), hash.high() })
			.isEqualTo(ClickHouseCityHash.cityHash128(Arrays.copyOfRange(bytes, 3, length + 3), 0, length));
	}

}
