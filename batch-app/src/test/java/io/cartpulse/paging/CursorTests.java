package io.cartpulse.paging;

import java.time.Instant;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Cursor}.
 */
class CursorTests {

	@Test
	void isReadAsItWasWritten() {
		Instant moment = Instant.parse("2026-01-02T03:04:05.123456Z");
		Cursor read = Cursor.parse(Cursor.of(Cursor.micros(moment), -7L).toString(), 2);
		assertThat(read.moment(0)).isEqualTo(moment);
		assertThat(read.number(1)).isEqualTo(-7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "MQ", "MX4", "MX4yfjM", "\u00e9", "../..", "MX4xZQ" })
	void whatIsNoneIsRefused(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.parse(text, 2))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ProblemCode.MALFORMED_CURSOR));
	}

}
