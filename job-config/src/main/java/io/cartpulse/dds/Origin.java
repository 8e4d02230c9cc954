package io.cartpulse.dds;

import java.util.List;
import java.util.Map;

/**
 * Where a RAW row came from.
 *
 * @param sourceId row of etl.sources
 * @param partition Kafka partition
 * @param offset Kafka offset
 */
record Origin(long sourceId, int partition, long offset) {

	/** As parameters of the stage's SQL files: three arrays of one length. */
	static Map<String, Object> parameters(List<Origin> origins) {
		return Map.of("sourceIds", origins.stream().map(Origin::sourceId).toArray(Long[]::new), "partitions",
				origins.stream().map(Origin::partition).toArray(Integer[]::new), "offsets",
				origins.stream().map(Origin::offset).toArray(Long[]::new));
	}

}
