package io.cartpulse.architecture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what all SQL files have in common, and that each is used.
 */
class SqlFormTests {

	private static final int LONGEST = 80;

	private static final Pattern SENTENCE = Pattern.compile("-- [A-Z].*\\.\\n");

	private static final Pattern HEAD = Pattern.compile("-- [A-Z].*\\.\\n-- Grain: .*\\.\\n-- Rerun: .*\\.\\n(?!--)");

	private static final Predicate<String> ODD_INDENT = (line) -> line.contains("\t")
			|| (line.length() - line.stripLeading().length()) % 4 != 0;

	private static final Pattern SHOUTED = Pattern.compile("\\b(?:SELECT|FROM|WHERE|JOIN|INSERT|INTO|UPDATE|DELETE|SET"
			+ "|WITH|GROUP|ORDER|BY|AND|OR|NOT|NULL|AS|ON|CASE|WHEN|THEN|ELSE|END|UNION|VALUES|LIMIT)\\b");

	private static final Pattern EVERYTHING = Pattern
		.compile("select\\s+\\*(?!\\s+from\\s+\\w+\\s*(?:order by[^()]*)?$)");

	private static final Pattern MIGRATION_NAME = Pattern.compile("V\\d{3}__[a-z][a-z0-9_]*\\.sql");

	private static final Pattern NEW_TABLE = Pattern.compile("\\bcreate table\\b");

	/** A file's name in a class, {@code "find-ranges.sql"}. */
	private static final Pattern NAMED = Pattern.compile("\"([a-z][a-z0-9-]*\\.sql)\"");

	/** A file's name made of a word, {@code "stage-" + this.name + ".sql"}. */
	private static final Pattern COMPOSED = Pattern
		.compile("(?:\"([a-z-]+)\"\\s*\\+\\s*)?[\\w.()', -]+\\+\\s*\"([a-z-]*\\.sql)\"");

	@Test
	void threeLinesSayWhatAFileDoes() {
		assertThat(SqlSource.ofPackages()).isNotEmpty()
			.filteredOn((file) -> !HEAD.matcher(file.text()).lookingAt())
			.as("files that do not begin with three lines: what / Grain: .., reads, writes / Rerun: .., parameters")
			.isEmpty();
	}

	@Test
	void aFileIsOneStatementOfReadableLength() {
		assertThat(SqlSource.ofPackages()).isNotEmpty()
			.filteredOn((file) -> file.lines().size() > LONGEST || file.statement().contains(";"))
			.as("files of over %d lines, or of several statements", LONGEST)
			.isEmpty();
	}

	@Test
	void filesAreWrittenInLowerCaseAndFourSpaces() {
		assertThat(SqlSource.ofPackages()).isNotEmpty()
			.filteredOn(
					(file) -> SHOUTED.matcher(file.statement()).find() || file.lines().stream().anyMatch(ODD_INDENT))
			.as("files with key words in capitals, tabs, or an indent that is no multiple of 4 spaces")
			.isEmpty();
	}

	@Test
	void columnsAreNamed() {
		assertThat(SqlSource.ofPackages()).isNotEmpty()
			.filteredOn((file) -> EVERYTHING.matcher(file.statement().strip()).find())
			.as("files with a select * that is not the last one, from a named result")
			.isEmpty();
	}

	@Test
	void everyFileIsReadByAClassOfItsPackage() {
		assertThat(SqlSource.ofPackages()).isNotEmpty()
			.filteredOn((file) -> !isRead(file.name(), javaBeside(file)))
			.as("files that no class of their package names")
			.isEmpty();
	}

	@Test
	void everyFileThatAClassNamesIsThere() {
		Set<String> there = SqlSource.ofPackages().stream().map(SqlSource::name).collect(Collectors.toSet());
		Set<String> named = ProjectFiles.java()
			.stream()
			.filter((java) -> java.toString().contains("/src/main/"))
			.flatMap((java) -> NAMED.matcher(ProjectFiles.read(java)).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(named).isNotEmpty().isSubsetOf(there);
	}

	@Test
	void migrationsSayWhatTheyAreAndMakeOneTableEach() {
		assertThat(SqlSource.migrations()).isNotEmpty()
			.filteredOn((file) -> !MIGRATION_NAME.matcher(file.name()).matches()
					|| !SENTENCE.matcher(file.text()).lookingAt()
					|| NEW_TABLE.matcher(file.statement()).results().count() > 1)
			.isEmpty();
	}

	@Test
	void migrationsHaveNumbersOfTheirOwn() {
		assertThat(SqlSource.migrations()).extracting((file) -> file.owner() + "/" + file.name().split("__")[0])
			.doesNotHaveDuplicates();
	}

	private static String javaBeside(SqlSource file) {
		String folder = file.path().getParent().toString().replace("/resources/", "/java/");
		return ProjectFiles.java()
			.stream()
			.filter((java) -> java.startsWith(folder))
			.map(ProjectFiles::read)
			.collect(Collectors.joining("\n"));
	}

	/** Literally, or by a word of the package: a text, or a constant of an enum. */
	private static boolean isRead(String name, String java) {
		return java.contains("\"" + name + "\"")
				|| COMPOSED.matcher(java).results().anyMatch((composed) -> isComposed(name, composed, java));
	}

	private static boolean isComposed(String name, MatchResult composed, String java) {
		String before = (composed.group(1) != null) ? composed.group(1) : "";
		String after = composed.group(2);
		if (!name.startsWith(before) || !name.endsWith(after) || name.length() <= before.length() + after.length()) {
			return false;
		}
		String word = name.substring(before.length(), name.length() - after.length());
		String constant = word.toUpperCase(Locale.ROOT).replace('-', '_');
		return java.contains("\"" + word + "\"")
				|| Pattern.compile("(?m)^\\t" + constant + "[(,;]").matcher(java).find();
	}

}
