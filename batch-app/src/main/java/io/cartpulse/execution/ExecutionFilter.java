package io.cartpulse.execution;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cartpulse.batch.KnownJob;
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
 * @param q words, or their beginnings, of the reason or of the failure; among them may be
 * the name of a job; or an execution's number
 */
public record ExecutionFilter(@Nullable String job, List<BatchStatus> statuses, @Nullable Instant from,
		@Nullable Instant to, Map<String, String> parameters, @Nullable String q) {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

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
		List<String> searched = (this.q != null) ? List.of(this.q.strip().split("\\s+")) : List.of();
		values.put("job", (this.job != null) ? this.job
				: searched.stream().filter(ExecutionFilter::isJob).findFirst().orElse(null));
		values.put("ids", isNumber(searched) ? new Long[] { Long.valueOf(searched.get(0)) } : null);
		// for a single one the index has the executions in their order
		values.put("status", (this.statuses.size() == 1) ? this.statuses.get(0).name() : null);
		values.put("statuses", (this.statuses.size() > 1)
				? this.statuses.stream().map(BatchStatus::name).toArray(String[]::new) : null);
		values.put("from", local(this.from));
		values.put("to", local(this.to));
		values.put("parameters", this.parameters.isEmpty() ? null : entries());
		values.put("words", isNumber(searched) ? null : words(searched));
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
	private static @Nullable String words(List<String> searched) {
		List<String> others = searched.stream().filter((word) -> !word.isEmpty() && !isJob(word)).toList();
		return others.isEmpty() ? null
				: others.stream()
					.flatMap(BETWEEN_WORDS::splitAsStream)
					.filter((word) -> !word.isEmpty())
					.limit(MOST_WORDS)
					.map((word) -> word + ":*")
					.collect(Collectors.joining(" & "));
	}

	private static boolean isJob(String word) {
		return KnownJob.named(word).isPresent();
	}

	private static boolean isNumber(List<String> searched) {
		return searched.size() == 1 && NUMBER.matcher(searched.get(0)).matches();
	}

	private static @Nullable LocalDateTime local(@Nullable Instant moment) {
		return (moment != null) ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : null;
	}

}
