package io.cartpulse.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Where a record came from.
 *
 * @param sourceId the topic, as etl.sources numbers it
 * @param partition Kafka's partition
 * @param offset Kafka's offset
 * @param timestamp Kafka's timestamp
 */
public record Origin(long sourceId, int partition, long offset, Instant timestamp) {

	static Origin of(ResultSet row) throws SQLException {
		return new Origin(row.getLong("source_id"), row.getInt("kafka_partition"), row.getLong("kafka_offset"),
				row.getObject("kafka_timestamp", OffsetDateTime.class).toInstant());
	}

}
