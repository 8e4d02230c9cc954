package io.cartpulse.warehouse;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record that a rule refused.
 *
 * @param id its number
 * @param state open, resolved or discarded
 * @param type the record type
 * @param reason why it was refused
 * @param field the field that the rule is about; empty where it is about the whole
 * @param message the reason in words
 * @param origin where it came from
 * @param firstSeenAt when it was refused first
 * @param attempts how often it was tried
 * @param lastAttemptAt when it was tried last
 * @param executionId the execution that tried it last
 */
public record QuarantinedRecord(long id, String state, String type, String reason, String field, String message,
		Origin origin, Instant firstSeenAt, int attempts, Instant lastAttemptAt, long executionId) {

	/**
	 * A record with its contents.
	 *
	 * @param entry what the list shows of it
	 * @param payload what the next attempt will read
	 * @param original what was received, where that is something else
	 * @param correction what an operator did with it
	 */
	public record Detail(QuarantinedRecord entry, Map<String, Object> payload, @Nullable Map<String, Object> original,
			@Nullable Correction correction) {

	}

	/**
	 * What an operator did with a record.
	 *
	 * @param action edit or discard
	 * @param madeAt when
	 * @param madeBy who
	 */
	public record Correction(String action, Instant madeAt, String madeBy) {

	}

	/**
	 * How many records of a kind there are.
	 *
	 * @param state open, resolved or discarded
	 * @param reason why they were refused
	 * @param type the record type
	 * @param records how many
	 * @param oldest when the first of them was seen
	 * @param newest when the last of them was seen
	 */
	public record Group(String state, String reason, String type, long records, Instant oldest, Instant newest) {

	}

}
