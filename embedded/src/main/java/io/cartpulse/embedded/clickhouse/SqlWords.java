package io.cartpulse.embedded.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a statement outside of quotes and comments, with their places. The text is
 * decoded byte by byte (ISO 8859-1), so that places are byte positions.
 */
final class SqlWords {

	/**
	 * A word or a single sign.
	 *
	 * @param text the word in upper case
	 * @param start where it begins
	 * @param end where it ends
	 * @param depth how many parentheses are open around it
	 */
	record Word(String text, int start, int end, int depth) {

	}

	private final String sql;

	private final List<Word> words = new ArrayList<>();

	private int position;

	private int depth;

	private SqlWords(String sql) {
		this.sql = sql;
	}

	/**
	 * Splits a statement.
	 * @param sql the statement
	 * @param limit how many words at most, for texts that end in data
	 * @return the words
	 */
	static List<Word> of(String sql, int limit) {
		SqlWords scanner = new SqlWords(sql);
		while (scanner.position < sql.length() && scanner.words.size() < limit) {
			scanner.next();
		}
		return scanner.words;
	}

	private void next() {
		char sign = this.sql.charAt(this.position);
		if (Character.isWhitespace(sign)) {
			this.position++;
		}
		else if (this.sql.startsWith("--", this.position) || sign == '#') {
			skipTo("\n");
		}
		else if (this.sql.startsWith("/*", this.position)) {
			skipTo("*/");
		}
		else if (sign == '\'' || sign == '"' || sign == '`') {
			quoted(sign);
		}
		else if (sign == '$' && heredocEnd() > 0) {
			this.position = heredocEnd();
		}
		else if (isWordPart(sign)) {
			word();
		}
		else {
			sign(sign);
		}
	}

	private void skipTo(String end) {
		int found = this.sql.indexOf(end, this.position + 1);
		this.position = (found < 0) ? this.sql.length() : found + end.length();
	}

	private void quoted(char quote) {
		int start = this.position++;
		while (this.position < this.sql.length() && this.sql.charAt(this.position) != quote) {
			this.position += (this.sql.charAt(this.position) == '\\') ? 2 : 1;
		}
		this.position = Math.min(this.position + 1, this.sql.length());
		this.words.add(new Word(Character.toString(quote), start, this.position, this.depth));
	}

	private int heredocEnd() {
		int tagEnd = this.sql.indexOf('$', this.position + 1);
		if (tagEnd < 0 || !this.sql.substring(this.position + 1, tagEnd).matches("\\w*")) {
			return -1;
		}
		String tag = this.sql.substring(this.position, tagEnd + 1);
		int end = this.sql.indexOf(tag, tagEnd + 1);
		return (end < 0) ? this.sql.length() : end + tag.length();
	}

	private void word() {
		int start = this.position;
		while (this.position < this.sql.length() && isWordPart(this.sql.charAt(this.position))) {
			this.position++;
		}
		this.words.add(new Word(this.sql.substring(start, this.position).toUpperCase(Locale.ROOT), start, this.position,
				this.depth));
	}

	private void sign(char sign) {
		if (sign == ')') {
			this.depth--;
		}
		this.words.add(new Word(Character.toString(sign), this.position, this.position + 1, this.depth));
		if (sign == '(') {
			this.depth++;
		}
		this.position++;
	}

	private static boolean isWordPart(char sign) {
		return sign == '_' || sign >= 0x80 || Character.isLetterOrDigit(sign);
	}

}
