package io.cartpulse.console;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Figures}.
 */
class FiguresTests {

	private final Figures figures = new Figures();

	@ParameterizedTest
	@CsvSource({ "0, 0.0 s", "9.94, 9.9 s", "10.4, 10 s", "59.4, 59 s", "59.6, 1 min 00 s", "61, 1 min 01 s",
			"3661, 1 h 01 min", "90000, 1 d 01 h", "-1, 0.0 s" })
	void durationsHaveTheirTwoLargestUnits(double seconds, String written) {
		assertThat(this.figures.duration(seconds)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0 %", "0.999, 99 %", "1, 100 %" })
	void onlyWhatIsDoneHasAHundredPercent(double share, String written) {
		assertThat(this.figures.percent(share)).isEqualTo(written);
	}

	@Test
	void numbersComeInGroups() {
		assertThat(this.figures.number(1234567)).isEqualTo("1,234,567");
		assertThat(this.figures.rate(9.96)).isEqualTo("10.0");
		assertThat(this.figures.rate(12345.6)).isEqualTo("12,346");
	}

	@Test
	void whatIsNotKnownIsADash() {
		assertThat(this.figures.number(null)).isEqualTo("–");
		assertThat(this.figures.rate(null)).isEqualTo("–");
		assertThat(this.figures.percent(null)).isEqualTo("–");
		assertThat(this.figures.duration(null)).isEqualTo("–");
		assertThat(this.figures.utc(null)).isEqualTo("–");
		assertThat(this.figures.field(null)).isNull();
	}

	@Test
	void momentsAreInUtc() {
		Instant moment = Instant.parse("2026-01-02T03:04:05.678Z");
		assertThat(this.figures.utc(moment)).isEqualTo("2026-01-02 03:04:05 UTC");
		assertThat(this.figures.field(moment)).isEqualTo("2026-01-02T03:04:05");
	}

}
