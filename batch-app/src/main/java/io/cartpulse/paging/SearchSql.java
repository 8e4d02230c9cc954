package io.cartpulse.paging;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;

/**
 * A query with conditions that may be asked for or not. A line of the file that ends in
 * {@code -- if name} belongs to it only where a parameter of that name is given; so each
 * combination is a plain query, planned for what it asks.
 */
public final class SearchSql {

	private static final Pattern CONDITION = Pattern.compile("^(.*?)\\s*-- if (\\w+)$");

	private final List<Line> lines;

	private SearchSql(List<Line> lines) {
		this.lines = lines;
	}

	/** Reads a file that lies beside its user. */
	public static SearchSql read(Class<?> owner, String name) {
		return new SearchSql(SqlFile.read(owner, name).lines().map(Line::parse).toList());
	}

	/** The query for what is given. */
	public String with(Map<String, ? extends @Nullable Object> parameters) {
		return this.lines.stream()
			.filter((line) -> line.condition() == null || parameters.get(line.condition()) != null)
			.map(Line::text)
			.collect(Collectors.joining("\n"));
	}

	/**
	 * A line of the file.
	 *
	 * @param text what is sent
	 * @param condition the parameter that it is for, if it is for one
	 */
	private record Line(String text, @Nullable String condition) {

		private static Line parse(String line) {
			Matcher conditional = CONDITION.matcher(line);
			return conditional.matches() ? new Line(conditional.group(1), conditional.group(2)) : new Line(line, null);
		}

	}

}
