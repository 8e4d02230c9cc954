package io.cartpulse.embedded.clickhouse;

import java.util.List;

import io.cartpulse.embedded.clickhouse.SqlWords.Word;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a statement to route it, without understanding it.
 *
 * @param kind what sort of statement it is
 * @param format the format its FORMAT clause names
 * @param headEnd where its text ends and, in an insert, its data begins
 * @param sqlEnd where the statement without its FORMAT or VALUES ends
 */
record Statement(Kind kind, @Nullable String format, int sqlEnd, int headEnd) {

	private static final int INSERT_WORDS = 20_000;

	/** How a statement is run. */
	enum Kind {

		/** Has a result that can be streamed. */
		QUERY,

		/** An insert whose rows follow the statement in the format it names. */
		INSERT_ROWS,

		/** Anything else. */
		OTHER

	}

	/**
	 * Looks at a statement.
	 * @param sql its beginning, decoded as ISO 8859-1
	 * @return what was seen
	 */
	static Statement of(String sql) {
		List<Word> start = SqlWords.of(sql, 64);
		Word first = start.stream().filter((word) -> !word.text().equals("(")).findFirst().orElse(null);
		if (first == null) {
			return new Statement(Kind.OTHER, null, sql.length(), sql.length());
		}
		if (first.text().equals("INSERT")) {
			return insert(sql);
		}
		return query(sql, SqlWords.of(sql, Integer.MAX_VALUE), first);
	}

	private static Statement insert(String sql) {
		List<Word> words = SqlWords.of(sql, INSERT_WORDS);
		for (int i = 1; i < words.size(); i++) {
			Word word = words.get(i);
			if (word.depth() > 0) {
				continue;
			}
			switch (word.text()) {
				case "VALUES" -> {
					return new Statement(Kind.INSERT_ROWS, "Values", word.start(), word.end());
				}
				case "FORMAT" -> {
					if (i + 1 < words.size()) {
						return insertFormat(sql, word, words.get(i + 1));
					}
				}
				case "INFILE" -> throw notOverHttp("INFILE");
				case "SELECT", "WITH" -> {
					return new Statement(Kind.OTHER, null, sql.length(), sql.length());
				}
				default -> {
				}
			}
		}
		return new Statement(Kind.OTHER, null, sql.length(), sql.length());
	}

	// As the server does: spaces and one line end after the format's name are not data
	private static Statement insertFormat(String sql, Word keyword, Word name) {
		String format = sql.substring(name.start(), name.end());
		int dataStart = name.end();
		while (dataStart < sql.length() && (sql.charAt(dataStart) == ' ' || sql.charAt(dataStart) == ';')) {
			dataStart++;
		}
		if (sql.startsWith("\r\n", dataStart)) {
			dataStart += 2;
		}
		else if (sql.startsWith("\n", dataStart)) {
			dataStart++;
		}
		boolean values = format.equalsIgnoreCase("Values");
		return new Statement(Kind.INSERT_ROWS, values ? "Values" : format, keyword.start(), dataStart);
	}

	private static Statement query(String sql, List<Word> words, Word first) {
		boolean streamable = first.text().equals("SELECT") || first.text().equals("WITH");
		String format = null;
		int sqlEnd = sql.length();
		for (int i = 0; i < words.size(); i++) {
			Word word = words.get(i);
			if (word.text().equals("OUTFILE") && i > 0 && words.get(i - 1).text().equals("INTO")) {
				throw notOverHttp("INTO OUTFILE");
			}
			if (word.text().equals("TOTALS") || (word.depth() == 0 && word.text().equals("INSERT"))) {
				streamable = false;
			}
			if (isFormatClause(words, i)) {
				Word name = words.get(i + 1);
				format = sql.substring(name.start(), name.end());
				sqlEnd = word.start();
			}
		}
		return new Statement(streamable ? Kind.QUERY : Kind.OTHER, format, sqlEnd, sql.length());
	}

	private static boolean isFormatClause(List<Word> words, int index) {
		Word word = words.get(index);
		if (index == 0 || !word.text().equals("FORMAT") || word.depth() != 0 || index + 1 >= words.size()
				|| !words.get(index + 1).text().matches("\\w+")) {
			return false;
		}
		String after = (index + 2 < words.size()) ? words.get(index + 2).text() : ";";
		return after.equals(";") || after.equals("SETTINGS");
	}

	private static EngineException notOverHttp(String clause) {
		return new EngineException(EngineException.NOT_IMPLEMENTED, "NOT_IMPLEMENTED",
				clause + " is not allowed over HTTP");
	}

}
