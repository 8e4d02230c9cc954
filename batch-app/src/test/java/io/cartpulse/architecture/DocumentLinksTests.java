package io.cartpulse.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the documents: what they point to in the project is there.
 */
class DocumentLinksTests {

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	@Test
	void linksLeadToAFileOrAHeading() {
		assertThat(links()).hasSizeGreaterThan(10)
			.filteredOn((link) -> !link.isThere())
			.as("links that lead nowhere")
			.isEmpty();
	}

	private static List<Link> links() {
		return ProjectFiles.markdown()
			.stream()
			.flatMap((file) -> LINK.matcher(ProjectFiles.read(file))
				.results()
				.map((found) -> new Link(file, found.group(1))))
			.filter((link) -> !link.target().contains("://"))
			.toList();
	}

	/**
	 * A link within the project.
	 *
	 * @param from the document that has it
	 * @param target a path from there, with a heading behind {@code #} if need be
	 */
	private record Link(Path from, String target) {

		boolean isThere() {
			String[] parts = this.target.split("#", 2);
			Path file = parts[0].isEmpty() ? this.from : this.from.resolveSibling(parts[0]).normalize();
			return Files.exists(file) && (parts.length == 1 || anchors(file).anyMatch(parts[1]::equals));
		}

		private static Stream<String> anchors(Path file) {
			return HEADING.matcher(ProjectFiles.read(file)).results().map((found) -> anchor(found.group(1)));
		}

		private static String anchor(String heading) {
			return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
		}

	}

}
