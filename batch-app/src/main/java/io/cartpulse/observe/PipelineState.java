package io.cartpulse.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Where the data was at some moment.
 *
 * @param at the moment
 * @param lag records that wait in Kafka, by partition; nothing when Kafka did not answer
 * @param unreadRows RAW rows that raw-to-dds has not read
 * @param unpublishedRecords accepted records that the marts do not have
 * @param quarantine open records in quarantine, by reason
 * @param deadLetters records that could not be read, since the beginning
 * @param publishedAt when the marts were last published; before the first time, when the
 * topic was first read; nothing before that
 * @param newestEventAt when the newest event in the marts happened; nothing where there
 * is none, or ClickHouse did not answer
 */
public record PipelineState(Instant at, @Nullable SortedMap<Integer, Long> lag, long unreadRows,
		long unpublishedRecords, SortedMap<String, Long> quarantine, long deadLetters, @Nullable Instant publishedAt,
		@Nullable Instant newestEventAt) {

	public PipelineState {
		lag = (lag != null) ? new TreeMap<>(lag) : null;
		quarantine = new TreeMap<>(quarantine);
	}

	/** All records that wait in Kafka, as far as is known. */
	public long waitingInKafka() {
		return (this.lag != null) ? sum(this.lag) : 0;
	}

	/** All open records in quarantine. */
	public long openQuarantine() {
		return sum(this.quarantine);
	}

	/** How old the newest event in the marts is. */
	public @Nullable Duration freshness() {
		return (this.newestEventAt != null) ? Duration.between(this.newestEventAt, this.at) : null;
	}

	/** How long something has waited since the marts were published; zero if nothing. */
	public Duration stale() {
		boolean waits = waitingInKafka() + this.unreadRows + this.unpublishedRecords > 0;
		return (waits && this.publishedAt != null) ? Duration.between(this.publishedAt, this.at) : Duration.ZERO;
	}

	private static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

}
