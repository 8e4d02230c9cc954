package io.cartpulse.dashboard.query;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.cartpulse.dashboard.Format;
import io.cartpulse.dashboard.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link CsvText}.
 */
class CsvTextTests {

	@Test
	void writesNumbersAsTheyAreAndNothingForNull() {
		assertThat(csv(List.of("a", new BigDecimal("1E+3")), Arrays.asList("b", null)))
			.isEqualTo("name,value\r\na,1000\r\nb,\r\n");
	}

	@Test
	void quotesWhatWouldBreakALine() {
		assertThat(csv(List.of("5\" pipe, long\n", 1), List.of("short", 2)))
			.isEqualTo("name,value\r\n\"5\"\" pipe, long\n\",1\r\nshort,2\r\n");
	}

	@Test
	void makesFormulasHarmlessButNoNumbers() {
		assertThat(csv(List.of("=1+1", -1), List.of("@x", 0))).isEqualTo("name,value\r\n'=1+1,-1\r\n'@x,0\r\n");
	}

	private static String csv(List<@Nullable Object> first, List<@Nullable Object> second) {
		LocalText title = new LocalText("t", "t");
		List<AnswerColumn> columns = List.of(new AnswerColumn("name", "String", Format.TEXT, title),
				new AnswerColumn("value", "Float64", Format.DECIMAL, title));
		return CsvText
			.of(new CardAnswer("shop", "card", null, null, columns, List.of(first, second), false, List.of()));
	}

}
