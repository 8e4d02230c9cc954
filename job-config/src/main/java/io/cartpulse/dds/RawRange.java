package io.cartpulse.dds;

/**
 * Offsets of one Kafka partition that a run reads.
 *
 * @param sourceId row of etl.sources
 * @param partition Kafka partition
 * @param from first offset
 * @param to offset behind the last
 */
record RawRange(long sourceId, int partition, long from, long to) {
}
