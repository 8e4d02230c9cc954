package io.cartpulse.observe;

/**
 * What waits in a partition of the topic.
 *
 * @param partition the partition
 * @param nextOffset the next offset that RAW will read
 * @param endOffset the offset behind the last record
 * @param lag the offsets between
 */
public record PartitionLag(int partition, long nextOffset, long endOffset, long lag) {

	static PartitionLag between(int partition, long nextOffset, long endOffset) {
		return new PartitionLag(partition, nextOffset, endOffset, Math.max(0, endOffset - nextOffset));
	}

}
