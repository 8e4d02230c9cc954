package io.cartpulse.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts as horizontal bars, the largest as wide as the chart.
 *
 * @param width characters of the longest bar
 * @param unicode whether bars may end in eighths of a block
 */
public record BarChart(int width, boolean unicode) {

	private static final int EIGHTHS = 8;

	/** A left-hand part of a block, one to eight eighths wide. */
	private static final String BLOCKS = "▏▎▍▌▋▊▉█";

	/**
	 * A bar.
	 *
	 * @param label what it stands for
	 * @param amount how long it is; below zero: no length
	 * @param text the amount as it is written beside it
	 */
	public record Bar(String label, BigDecimal amount, String text) {

	}

	/** The chart's lines, a bar each. */
	public List<String> lines(List<Bar> bars) {
		BigDecimal largest = bars.stream().map(Bar::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
		int labelWidth = bars.stream().mapToInt((bar) -> bar.label().length()).max().orElse(0);
		int textWidth = bars.stream().mapToInt((bar) -> bar.text().length()).max().orElse(0);
		List<String> lines = new ArrayList<>();
		for (Bar bar : bars) {
			String label = bar.label() + " ".repeat(labelWidth - bar.label().length());
			String text = " ".repeat(textWidth - bar.text().length()) + bar.text();
			lines.add(("  " + label + "  " + text + "  " + drawn(bar.amount(), largest)).stripTrailing());
		}
		return lines;
	}

	private String drawn(BigDecimal amount, BigDecimal largest) {
		if (amount.signum() <= 0) {
			return "";
		}
		// an amount that is there is seen, however small
		int eighths = Math.max(1,
				amount.multiply(BigDecimal.valueOf((long) this.width * EIGHTHS))
					.divide(largest, 0, RoundingMode.HALF_UP)
					.intValueExact());
		if (!this.unicode) {
			return "#".repeat(Math.max(1, (eighths + EIGHTHS / 2) / EIGHTHS));
		}
		int rest = eighths % EIGHTHS;
		return "█".repeat(eighths / EIGHTHS) + ((rest == 0) ? "" : String.valueOf(BLOCKS.charAt(rest - 1)));
	}

}
