package io.cartpulse.architecture;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what all Java sources have in common.
 */
class JavaFormTests {

	private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

	private static final Pattern TYPE = Pattern.compile("(?m)^[\\w\\s@-]*\\b(?:class|interface|record|enum) (\\w+)");

	private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

	/** They say that a class is something, but not what. */
	private static final Set<String> EMPTY_WORDS = Set.of("Impl", "Util", "Utils", "Helper", "Helpers", "Manager",
			"Base", "DTO", "Dto", "Common", "Commons");

	/** Records and constructors do the one's work, fakes the other's. */
	private static final Pattern UNWANTED = Pattern
		.compile("(?m)^import (?:static )?(?:lombok|org\\.mockito|org\\.easymock|org\\.powermock|mockit"
				+ "|io\\.mockk|org\\.springframework\\.test\\.context\\.bean\\.override\\.mockito)\\.");

	private static final Pattern PACKAGE_INFO = Pattern
		.compile("\\A/\\*\\*\\n \\* [A-Z](?s:.*?)\\.\\n \\*/\\n@NullMarked\\npackage ");

	@Test
	void everyPackageSaysWhatItIsAndIsNullMarked() {
		Set<String> described = ProjectFiles.java()
			.stream()
			.filter((file) -> file.endsWith("package-info.java"))
			.map(ProjectFiles::read)
			.filter((text) -> PACKAGE_INFO.matcher(text).find())
			.map(JavaFormTests::packageOf)
			.collect(Collectors.toSet());
		assertThat(ProjectFiles.java()).filteredOn((file) -> file.toString().contains("/src/"))
			.extracting(ProjectFiles::read)
			.extracting(JavaFormTests::packageOf)
			.as("packages with a package-info.java: a sentence and @NullMarked")
			.isSubsetOf(described);
	}

	@Test
	void namesSayWhatAClassIs() {
		assertThat(typeNames()).isNotEmpty()
			.filteredOn((name) -> Stream.of(WORDS.split(name)).anyMatch(EMPTY_WORDS::contains))
			.as("names with a word that says nothing")
			.isEmpty();
	}

	@Test
	void nobodyImportsLombokOrAMockingLibrary() {
		assertThat(ProjectFiles.java()).isNotEmpty()
			.filteredOn((file) -> UNWANTED.matcher(ProjectFiles.read(file)).find())
			.isEmpty();
	}

	private static String packageOf(String text) {
		return PACKAGE.matcher(text).results().map((result) -> result.group(1)).findFirst().orElse("(none)");
	}

	private static List<String> typeNames() {
		return ProjectFiles.java()
			.stream()
			.flatMap((file) -> TYPE.matcher(ProjectFiles.read(file)).results())
			.map((found) -> found.group(1))
			.toList();
	}

}
