package io.cartpulse.dashboard.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as CSV (RFC 4180), with the very numbers of the answer.
 */
public final class CsvText {

	private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

	private CsvText() {
	}

	/** The answer's columns by name, and its rows. */
	public static String of(CardAnswer answer) {
		StringBuilder text = new StringBuilder();
		text.append(line(answer.columns().stream().map(AnswerColumn::name).toList()));
		answer.rows().forEach((row) -> text.append(line(row)));
		return text.toString();
	}

	private static String line(List<? extends @Nullable Object> values) {
		return values.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		return (value instanceof Number) ? value.toString() : text(value.toString());
	}

	/** A spreadsheet would compute what begins like a formula: names come from events. */
	private static String text(String value) {
		boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
		String harmless = formula ? "'" + value : value;
		return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
	}

}
