package io.cartpulse.warehouse;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read as a message.
 *
 * @param id its origin in one word
 * @param state open, sending, resent or discarded
 * @param reason why
 * @param detail the reason in words
 * @param origin where it came from
 * @param executionId the execution that stored it
 * @param key its key, if it had one
 * @param payload its value, if it had one
 * @param change the last thing that was done with it, if anything was
 */
public record DeadLetter(String id, String state, String reason, String detail, Origin origin, long executionId,
		@Nullable Bytes key, @Nullable Bytes payload, @Nullable Change change) {

	/**
	 * Bytes that may be text.
	 *
	 * @param encoding {@code text} where they are UTF-8 without control characters, else
	 * {@code base64}
	 * @param value the bytes, so encoded
	 * @param length how many there are
	 * @param cut whether only the first ones are here
	 */
	public record Bytes(String encoding, String value, long length, boolean cut) {

	}

	/**
	 * What was done with a letter.
	 *
	 * @param edited what is sent in its place, if that is not what was received
	 * @param madeAt when it was done last
	 * @param madeBy by whom
	 * @param sentAs the record that it was sent again as, once it was
	 */
	public record Change(@Nullable Bytes edited, Instant madeAt, String madeBy, @Nullable SentAs sentAs) {

	}

	/**
	 * A record of the topic.
	 *
	 * @param sourceId the topic, as etl.sources numbers it
	 * @param partition Kafka's partition
	 * @param offset Kafka's offset
	 */
	public record SentAs(long sourceId, int partition, long offset) {

	}

}
