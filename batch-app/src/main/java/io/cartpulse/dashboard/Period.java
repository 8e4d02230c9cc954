package io.cartpulse.dashboard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dashboard's range of days is applied to: a mart's day, which the card's SQL
 * compares as <code>column between {from:Date} and {to:Date}</code>.
 *
 * @param table the mart
 * @param column its day
 */
public record Period(String table, String column) {

	private static final Pattern WRITTEN = Pattern.compile("([a-z][a-z0-9_]*)\\.([a-z][a-z0-9_]*)");

	private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

	/** Reads {@code mart.column}. */
	public static Period valueOf(String written) {
		Matcher matcher = WRITTEN.matcher(written);
		DefinitionRules.require(matcher.matches(), "period %s is not of the form mart.column", written);
		return new Period(matcher.group(1), matcher.group(2));
	}

	/**
	 * Checks that an SQL has its days where they can be found, and no other parameter.
	 */
	void requireIn(String sql) {
		DefinitionRules.require(comparison().matcher(sql).find(),
				"sql does not compare its days: write %s between {from:Date} and {to:Date}", this.column);
		requireNoParameter(comparison().matcher(sql).replaceAll(""));
	}

	/** Puts another condition in the place of the comparison. */
	String replaceIn(String sql, String condition) {
		return comparison().matcher(sql).replaceAll(Matcher.quoteReplacement(condition));
	}

	static void requireNoParameter(String sql) {
		Matcher parameter = PARAMETER.matcher(sql);
		DefinitionRules.require(!parameter.find(), "sql has a parameter that is no day of the card's period");
	}

	private Pattern comparison() {
		return Pattern.compile("\\b" + this.column + "\\s+between\\s+\\{from:Date}\\s+and\\s+\\{to:Date}");
	}

	@Override
	public String toString() {
		return this.table + "." + this.column;
	}

}
