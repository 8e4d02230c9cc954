package io.cartpulse.source;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeTextTests {

	@ParameterizedTest
	@CsvSource({ "2024-03-02, 2024-03-02T00:00:00Z", "2024-03-02 09:05, 2024-03-02T09:05:00Z",
			"2024-03-02T09:05:06.1234567, 2024-03-02T09:05:06.123456Z",
			"2024-03-02T09:05:00+0100, 2024-03-02T08:05:00Z", "2024-03-02T09:05:00-03:30, 2024-03-02T12:35:00Z",
			"2024-03-02T09:05+02, 2024-03-02T07:05:00Z", "2024-02-29Z, 2024-02-29T00:00:00Z",
			"1709290800000, 2024-03-01T11:00:00Z", "1709290920000.0, 2024-03-01T11:02:00Z",
			"1709290800000.0009, 2024-03-01T11:00:00Z" })
	void readsIsoAndEpochMilliseconds(String text, Instant moment) {
		assertThat(TimeText.micros(text)).isEqualTo(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2024-3-02", "2024-02-30", "2024-03-02T24:00", "2024-03-02T09",
			"2024-03-02T09:60", "2024-03-02T09:05:06.", "2024-03-02T09:05:06z", "2024-03-02T09:05:06+1",
			"2024-03-02T09:05:06+19:00", "2024-03-02T09:05:06Zx", "9999-12-31T23:59:59-02:00",
			"0001-01-01T00:00:00+02:00" })
	void readsNothingElse(String text) {
		assertThat(TimeText.micros(text)).isNull();
	}

}
