package io.cartpulse.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An SQL file of the project.
 *
 * @param path where it is
 * @param text what is in it
 */
record SqlSource(Path path, String text) {

	private static final Path MIGRATIONS = ProjectFiles.projectRoot().resolve("sql/migrations");

	/** What administrators run, not the application. */
	private static final Path ADMINISTRATION = ProjectFiles.projectRoot().resolve("docker");

	private static final Pattern PACKAGE = Pattern.compile("src/main/resources/io/cartpulse/(\\w+)");

	private static final Pattern COMMENT_OR_LITERAL = Pattern.compile("--.*|'(?:[^']|'')*'");

	/** ClickHouse's, {@code {zone:String}}: what stands for it is no name of ours. */
	private static final Pattern PARAMETER = Pattern.compile("\\{\\w+:\\w+}");

	/** A name before a dot. */
	private static final Pattern QUALIFIER = Pattern.compile("(?<![\\w.\"])([a-z_]+)\\.(?=[a-z_\"*])");

	private static final Pattern NEW_SCHEMA = Pattern
		.compile("(?m)^create (?:schema|database)(?: if not exists)? (\\w+)");

	/** Schemas that a database brings along. */
	private static final List<String> BUILT_IN = List.of("system", "information_schema", "pg_catalog", "public",
			"default");

	private static final Set<String> SCHEMAS = schemas();

	/** The files that stages and application run. */
	static List<SqlSource> ofPackages() {
		return all().stream().filter((file) -> !file.isMigration() && !file.path().startsWith(ADMINISTRATION)).toList();
	}

	/** The migrations of both databases. */
	static List<SqlSource> migrations() {
		return all().stream().filter(SqlSource::isMigration).toList();
	}

	private static List<SqlSource> all() {
		return ProjectFiles.sql().stream().map((path) -> new SqlSource(path, ProjectFiles.read(path))).toList();
	}

	private static Set<String> schemas() {
		Set<String> schemas = migrations().stream()
			.flatMap((file) -> NEW_SCHEMA.matcher(file.text()).results())
			.map((result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		schemas.addAll(BUILT_IN);
		return schemas;
	}

	boolean isMigration() {
		return this.path.startsWith(MIGRATIONS);
	}

	String name() {
		return this.path.getFileName().toString();
	}

	/** The folder that tells whose file it is: a package's first name, or a database. */
	String owner() {
		if (isMigration()) {
			return MIGRATIONS.relativize(this.path).getName(0).toString();
		}
		Matcher found = PACKAGE.matcher(this.path.toString());
		return found.find() ? found.group(1) : "";
	}

	List<String> lines() {
		return this.text.lines().toList();
	}

	/** The statement without comments and literals. */
	String statement() {
		String code = COMMENT_OR_LITERAL.matcher(this.text)
			.replaceAll((found) -> found.group().startsWith("'") ? "''" : "");
		return PARAMETER.matcher(code).replaceAll("?");
	}

	/** The schemas, or ClickHouse's databases, whose tables the statement names. */
	Set<String> schemasNamed() {
		return QUALIFIER.matcher(statement())
			.results()
			.map((result) -> result.group(1))
			.filter(SCHEMAS::contains)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Override
	public String toString() {
		return ProjectFiles.projectRoot().relativize(this.path).toString();
	}

}
