package io.cartpulse.terminal;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link BarChart}.
 */
class BarChartTests {

	@Test
	void longestBarFillsTheChart() {
		assertThat(new BarChart(8, true).lines(List.of(bar("a", "100"), bar("b", "50"), bar("cc", "25.5"))))
			.containsExactly("  a    100  ████████", "  b     50  ████", "  cc  25.5  ██");
	}

	@Test
	void partsOfABlockAreEighths() {
		assertThat(new BarChart(1, true).lines(List.of(bar("a", "8"), bar("b", "3")))).containsExactly("  a  8  █",
				"  b  3  ▍");
	}

	@Test
	void smallAmountsAreSeenAndNothingIsNot() {
		assertThat(new BarChart(10, true).lines(List.of(bar("a", "1000000"), bar("b", "0.01"), bar("c", "0"))))
			.containsExactly("  a  1000000  ██████████", "  b     0.01  ▏", "  c        0");
	}

	@Test
	void amountsBelowZeroHaveNoBar() {
		assertThat(new BarChart(10, true).lines(List.of(bar("a", "-5")))).containsExactly("  a  -5");
	}

	@Test
	void asciiKnowsWholeCharactersOnly() {
		assertThat(new BarChart(4, false).lines(List.of(bar("a", "4"), bar("b", "1.9"), bar("c", "0.1"))))
			.containsExactly("  a    4  ####", "  b  1.9  ##", "  c  0.1  #");
	}

	@Test
	void noBarsNoLines() {
		assertThat(new BarChart(4, true).lines(List.of())).isEmpty();
	}

	private static BarChart.Bar bar(String label, String amount) {
		return new BarChart.Bar(label, new BigDecimal(amount), amount);
	}

}
