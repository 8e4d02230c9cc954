package io.cartpulse.dds;

/**
 * Where a RAW row came from.
 *
 * @param sourceId row of etl.sources
 * @param partition Kafka partition
 * @param offset Kafka offset
 */
record Origin(long sourceId, int partition, long offset) {
}
