package io.cartpulse.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in columns as wide as they need. A column is right-aligned where its heading
 * begins with {@code >}.
 */
public final class TextTable {

	private static final String INDENT = "  ";

	private final List<String> headings;

	private final List<List<String>> rows = new ArrayList<>();

	public TextTable(String... headings) {
		this.headings = List.of(headings);
	}

	/** Adds a row, a cell a column. */
	public TextTable row(String... cells) {
		if (cells.length != this.headings.size()) {
			throw new IllegalArgumentException(cells.length + " cells for " + this.headings.size() + " columns");
		}
		this.rows.add(List.of(cells));
		return this;
	}

	/** The lines, headings first. */
	public List<String> lines() {
		List<List<String>> all = new ArrayList<>();
		all.add(this.headings.stream().map((heading) -> isRight(heading) ? heading.substring(1) : heading).toList());
		all.addAll(this.rows);
		int[] widths = IntStream.range(0, this.headings.size())
			.map((column) -> all.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toArray();
		return all.stream().map((row) -> line(row, widths)).toList();
	}

	private String line(List<String> row, int[] widths) {
		return INDENT + IntStream.range(0, row.size())
			.mapToObj((column) -> aligned(row.get(column), widths[column], isRight(this.headings.get(column))))
			.collect(Collectors.joining("  "))
			.stripTrailing();
	}

	private static String aligned(String cell, int width, boolean right) {
		String space = " ".repeat(width - cell.length());
		return right ? space + cell : cell + space;
	}

	private static boolean isRight(String heading) {
		return heading.startsWith(">");
	}

}
