package io.cartpulse.warehouse;

import java.util.Map;

/**
 * What became of records: what Kafka gave is RAW, dead letters and gaps; what RAW gave is
 * loaded, duplicate, superseded and quarantined.
 *
 * @param offsets offsets passed in Kafka
 * @param received rows in RAW
 * @param deadLetters records that are no messages
 * @param gaps offsets without a record
 * @param read RAW rows that raw-to-dds has read
 * @param loaded of these, those that made or changed a row of DDS
 * @param duplicates those that were there already
 * @param superseded those that a later message had made out of date
 * @param quarantined those that were refused
 * @param resolved refused records of earlier runs that were accepted now
 */
public record LedgerLine(long offsets, long received, long deadLetters, long gaps, long read, long loaded,
		long duplicates, long superseded, long quarantined, long resolved) {

	static LedgerLine of(Map<String, Long> outcomes) {
		long received = outcomes.getOrDefault("received", 0L);
		long deadLetters = outcomes.getOrDefault("dead_letter", 0L);
		long gaps = outcomes.getOrDefault("gap", 0L);
		long loaded = outcomes.getOrDefault("loaded", 0L);
		long duplicates = outcomes.getOrDefault("duplicate", 0L);
		long superseded = outcomes.getOrDefault("superseded", 0L);
		long quarantined = outcomes.getOrDefault("quarantined", 0L);
		return new LedgerLine(received + deadLetters + gaps, received, deadLetters, gaps,
				loaded + duplicates + superseded + quarantined, loaded, duplicates, superseded, quarantined,
				outcomes.getOrDefault("resolved", 0L));
	}

}
