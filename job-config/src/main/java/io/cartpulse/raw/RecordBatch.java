package io.cartpulse.raw;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records that are written together, and the offsets they stand for: those of the records
 * and those of the gaps make up the moves exactly.
 *
 * @param records the records, in the order of each partition
 * @param moves how far each partition got
 * @param gaps offsets that were passed without a record
 */
record RecordBatch(List<ConsumerRecord<byte[], byte[]>> records, List<OffsetMove> moves, List<OffsetGap> gaps) {

}
