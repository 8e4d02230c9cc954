package io.cartpulse.execution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.cartpulse.failure.Cause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in one line why something failed: what this program said of it, else the last
 * cause.
 */
final class FailureLine {

	private static final String CAUSED_BY = "Caused by: ";

	private static final String OURS = "io.cartpulse.";

	private static final Pattern TYPE = Pattern.compile("^(?:[\\w$]+\\.)+[\\w$]+(?:: |$)");

	private static final int LONGEST = 300;

	private static final JsonMapper JSON = JsonMapper.shared();

	private FailureLine() {
	}

	/**
	 * The line for an execution or a step.
	 * @param causes its causes in JSON, if they were kept
	 * @param exitMessage the trace as Spring Batch keeps it, cut perhaps
	 */
	static @Nullable String of(@Nullable String causes, @Nullable String exitMessage) {
		return (causes != null) ? of(List.of(JSON.readValue(causes, Cause[].class))) : of(exitMessage);
	}

	private static @Nullable String of(List<Cause> causes) {
		List<Cause> telling = causes.stream()
			.filter((cause) -> cause.message() != null && !cause.message().isBlank())
			.toList();
		return telling.stream()
			.filter((cause) -> cause.type().startsWith(OURS))
			.findFirst()
			.or(() -> telling.isEmpty() ? Optional.empty() : Optional.of(telling.get(telling.size() - 1)))
			.map((cause) -> cut(String.valueOf(cause.message())))
			.orElse(null);
	}

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
		return cut(said.isBlank() ? line : said);
	}

	private static String cut(String words) {
		String line = words.lines().findFirst().orElse("");
		return (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + " …";
	}

}
