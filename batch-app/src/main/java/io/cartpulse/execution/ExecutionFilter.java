package io.cartpulse.execution;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * Which executions are asked for; what is not given does not matter.
 *
 * @param job the job's name
 * @param statuses any of these
 * @param from created since
 * @param to created before
 * @param parameters all of these parameters, by name
 * @param q words, or their beginnings, of the job, the parameters or the failure's
 * message; or an execution's number
 */
public record ExecutionFilter(@Nullable String job, List<BatchStatus> statuses, @Nullable Instant from,
		@Nullable Instant to, Map<String, String> parameters, @Nullable String q) {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** Nobody means more words than these. */
	private static final int MOST_WORDS = 10;

	/** As batch.parameter_entry cuts it. */
	private static final int LONGEST_ENTRY = 200;

	public ExecutionFilter {
		statuses = List.copyOf(statuses);
		parameters = Map.copyOf(parameters);
	}

	/** All executions. */
	public static ExecutionFilter all() {
		return new ExecutionFilter(null, List.of(), null, null, Map.of(), null);
	}

	/** All executions of a job. */
	public static ExecutionFilter of(String job) {
		return new ExecutionFilter(job, List.of(), null, null, Map.of(), null);
	}

	Map<String, @Nullable Object> forSql() {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("job", this.job);
		values.put("statuses",
				this.statuses.isEmpty() ? null : this.statuses.stream().map(BatchStatus::name).toArray(String[]::new));
		values.put("from", local(this.from));
		values.put("to", local(this.to));
		values.put("parameters", this.parameters.isEmpty() ? null : entries());
		values.put("words", (this.q != null && !this.q.isBlank()) ? words(this.q) : null);
		return values;
	}

	private String[] entries() {
		return this.parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "=" + parameter.getValue())
			.map((entry) -> entry.substring(0,
					entry.offsetByCodePoints(0, Math.min(LONGEST_ENTRY, entry.codePointCount(0, entry.length())))))
			.toArray(String[]::new);
	}

	/**
	 * The words as PostgreSQL's text search takes them: they are letters and digits only.
	 */
	private static String words(String text) {
		return Arrays.stream(BETWEEN_WORDS.split(text))
			.filter((word) -> !word.isEmpty())
			.limit(MOST_WORDS)
			.map((word) -> word + ":*")
			.collect(Collectors.joining(" & "));
	}

	private static @Nullable LocalDateTime local(@Nullable Instant moment) {
		return (moment != null) ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : null;
	}

}
