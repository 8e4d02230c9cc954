package io.cartpulse.raw;

/**
 * A step forward in a partition.
 *
 * @param partition the partition
 * @param from the next offset before
 * @param to the next offset afterwards
 */
record OffsetMove(int partition, long from, long to) {

}
