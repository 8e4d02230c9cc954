package io.cartpulse.execution;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Says in one line why something failed, out of the stack trace that Spring Batch keeps.
 */
final class FailureLine {

	private static final String CAUSED_BY = "Caused by: ";

	private static final String OURS = "io.cartpulse.";

	private static final Pattern TYPE = Pattern.compile("^(?:[\\w$]+\\.)+[\\w$]+(?:: |$)");

	private static final int LONGEST = 300;

	private FailureLine() {
	}

	/**
	 * The line: what this program said of it, else the last cause.
	 * @param exitMessage the trace, cut perhaps
	 */
	static @Nullable String of(@Nullable String exitMessage) {
		if (exitMessage == null || exitMessage.isBlank()) {
			return null;
		}
		List<String> causes = exitMessage.lines()
			.filter((line) -> line.startsWith(CAUSED_BY) || TYPE.matcher(line).lookingAt())
			.map((line) -> line.startsWith(CAUSED_BY) ? line.substring(CAUSED_BY.length()) : line)
			.toList();
		String line = causes.stream()
			.filter((cause) -> cause.startsWith(OURS))
			.findFirst()
			.orElseGet(() -> causes.isEmpty() ? exitMessage.lines().findFirst().orElse("")
					: causes.get(causes.size() - 1));
		String said = TYPE.matcher(line).replaceFirst("");
		String words = said.isBlank() ? line : said;
		return (words.length() <= LONGEST) ? words : words.substring(0, LONGEST) + " …";
	}

}
