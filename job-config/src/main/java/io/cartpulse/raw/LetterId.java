package io.cartpulse.raw;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin of a dead letter, in one word {@code source-partition-offset}.
 *
 * @param sourceId the topic, as etl.sources numbers it
 * @param partition Kafka's partition
 * @param offset Kafka's offset
 */
public record LetterId(long sourceId, int partition, long offset) {

	private static final Pattern WORD = Pattern.compile("(\\d{1,18})-(\\d{1,9})-(\\d{1,18})");

	/** Reads the word; nothing when it is none. */
	public static Optional<LetterId> parse(String word) {
		Matcher parts = WORD.matcher(word);
		return parts.matches() ? Optional.of(new LetterId(Long.parseLong(parts.group(1)),
				Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)))) : Optional.empty();
	}

	/** As the queries name its parts. */
	public Map<String, Object> forSql() {
		return Map.of("sourceId", this.sourceId, "partition", this.partition, "offset", this.offset);
	}

	@Override
	public String toString() {
		return this.sourceId + "-" + this.partition + "-" + this.offset;
	}

}
