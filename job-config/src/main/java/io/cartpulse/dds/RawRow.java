package io.cartpulse.dds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.cartpulse.source.Reading;
import io.cartpulse.source.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A row of one of the RAW tables.
 *
 * @param type whose table it is
 * @param origin where it came from
 * @param kafkaTimestamp Kafka's timestamp of the record
 * @param values event_id, then the contract fields in table order, as received
 * @param extra everything else as the text of a JSON object
 * @param discarded why it was refused, for a record that an operator has discarded
 * @param edits how often an operator has edited it
 */
record RawRow(RecordType type, Origin origin, Instant kafkaTimestamp, @Nullable String[] values, @Nullable String extra,
		Reading.@Nullable Refused discarded, int edits) {

	/** The day of its Kafka timestamp in UTC: the ledger's day. */
	LocalDate kafkaDate() {
		return this.kafkaTimestamp.atOffset(ZoneOffset.UTC).toLocalDate();
	}

}
