package io.cartpulse.raw;

import java.util.List;
import java.util.Map;

import io.cartpulse.source.DeadLetterReason;
import io.cartpulse.source.RecordType;
import io.cartpulse.source.WireRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A batch of records, sorted into the tables that take them.
 *
 * @param rows messages by type
 * @param deadLetters records that are no message
 * @param origin the batch as it was read
 */
record RawBatch(Map<RecordType, List<RawRow>> rows, List<DeadLetter> deadLetters, RecordBatch origin) {

	/**
	 * A message and where it came from.
	 */
	record RawRow(ConsumerRecord<byte[], byte[]> origin, WireRecord.Known message) {

	}

	/**
	 * A record that is no message, why, and where it came from.
	 */
	record DeadLetter(ConsumerRecord<byte[], byte[]> origin, DeadLetterReason reason, String detail) {

	}

}
