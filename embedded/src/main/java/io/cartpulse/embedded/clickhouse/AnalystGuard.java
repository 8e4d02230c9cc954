package io.cartpulse.embedded.clickhouse;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cartpulse.embedded.clickhouse.SqlWords.Word;

/**
 * Lets the analyst read the marts and the system tables drivers need, nothing else. The
 * library knows no grants; it does parse statements, and the tree names every table.
 */
final class AnalystGuard {

	private static final Set<String> DATABASES = Set.of("data_mart", "system", "information_schema");

	private static final String EMPTY_DATABASE = "default";

	private static final Set<String> TABLE_FUNCTIONS = Set.of("numbers", "numbers_mt", "zeros", "zeros_mt", "values",
			"view", "generateseries", "generate_series");

	// functions of an expression that read files, tables or dictionaries
	private static final Pattern READING_FUNCTION = Pattern.compile("file|joinget.*|dict.*|catboost.*");

	private static final Pattern NODE = Pattern.compile("^( *)(\\w+)(?: (.*))?$");

	private final EngineConnection connection;

	private final String database;

	private final Map<String, String> parameters;

	AnalystGuard(EngineConnection connection, String database, Map<String, String> parameters) {
		this.connection = connection;
		this.database = database;
		this.parameters = parameters;
	}

	static void checkDatabase(String database) {
		if (!DATABASES.contains(database.toLowerCase(Locale.ROOT)) && !database.equals(EMPTY_DATABASE)) {
			throw denied("the database " + database);
		}
	}

	void check(String sql, Statement statement) throws IOException {
		if (statement.kind() == Statement.Kind.INSERT_ROWS) {
			throw new EngineException(EngineException.READONLY, "READONLY",
					"Cannot execute query in readonly mode: the analyst may only read");
		}
		String single = single(withoutFormat(sql, statement));
		String tree = this.connection.text("explain ast " + single, this.parameters);
		if (tree.isBlank()) {
			throw denied("this statement");
		}
		checkTree(tree.split("\n"));
	}

	// FORMAT Null would hide the tree as well
	private static String withoutFormat(String sql, Statement statement) {
		if (statement.format() == null) {
			return sql;
		}
		String rest = sql.substring(statement.sqlEnd()).replaceFirst("(?is)^FORMAT\\s+\\w+", "");
		return sql.substring(0, statement.sqlEnd()) + rest;
	}

	// The function refuses more than one statement and runs none
	private String single(String sql) throws IOException {
		String literal = "'" + sql.replace("\\", "\\\\").replace("'", "\\'") + "'";
		String formatted = this.connection.text("select formatQuerySingleLine(" + literal + ")", Map.of()).strip();
		List<Word> words = SqlWords.of(formatted, Integer.MAX_VALUE);
		boolean formatLeft = words.stream()
			.filter((word) -> word.depth() == 0 && word.text().equals("FORMAT"))
			.anyMatch((word) -> formatted.substring(word.end()).matches("(?s)\\s+\\w+\\s*(SETTINGS\\b.*)?"));
		if (formatLeft) {
			throw denied("this FORMAT clause");
		}
		return formatted;
	}

	private void checkTree(String[] lines) throws IOException {
		Set<String> databases = new HashSet<>(
				Arrays.asList(this.connection.text("select name from system.databases", Map.of()).split("\n")));
		databases.removeIf((name) -> DATABASES.contains(name.toLowerCase(Locale.ROOT)));
		int tableExpression = -1;
		for (String line : lines) {
			Matcher node = NODE.matcher(line);
			if (!node.matches()) {
				continue;
			}
			int depth = node.group(1).length();
			String name = (node.group(3) != null) ? node.group(3).split(" \\((alias|children) ")[0] : "";
			switch (node.group(2)) {
				case "TableIdentifier" -> checkTable(name);
				case "Identifier" -> checkIdentifier(name, databases);
				case "Function" -> checkFunction(name, depth == tableExpression + 1);
				default -> {
				}
			}
			tableExpression = node.group(2).equals("TableExpression") ? depth : -1;
		}
	}

	private void checkTable(String name) throws IOException {
		int dot = name.indexOf('.');
		if (dot >= 0) {
			if (!DATABASES.contains(name.substring(0, dot).toLowerCase(Locale.ROOT))) {
				throw denied("the table " + name);
			}
		}
		else if (this.database.equals(EMPTY_DATABASE) && existsInEmptyDatabase(name)) {
			throw denied("the table " + name);
		}
	}

	private boolean existsInEmptyDatabase(String name) throws IOException {
		String literal = "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
		return this.connection
			.text("select count() from system.tables where database = 'default' and name = " + literal, Map.of())
			.strip()
			.equals("1");
	}

	// "x in other.table" is written as an identifier, like a column of an aliased table
	private void checkIdentifier(String name, Set<String> forbidden) {
		int dot = name.indexOf('.');
		if (dot > 0 && forbidden.contains(name.substring(0, dot))) {
			throw denied("the table " + name);
		}
	}

	private static void checkFunction(String name, boolean asTable) {
		String key = name.toLowerCase(Locale.ROOT);
		if (asTable ? !TABLE_FUNCTIONS.contains(key) : READING_FUNCTION.matcher(key).matches()) {
			throw denied("the function " + name);
		}
	}

	private static EngineException denied(String what) {
		return new EngineException(EngineException.ACCESS_DENIED, "ACCESS_DENIED",
				"Not enough privileges: the analyst may not use " + what + ", only the tables of data_mart");
	}

}
