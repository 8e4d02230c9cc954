package io.cartpulse.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read as a message.
 *
 * @param id its origin in one word
 * @param reason why
 * @param detail the reason in words
 * @param origin where it came from
 * @param executionId the execution that stored it
 * @param key its key, if it had one
 * @param payload its value, if it had one
 */
public record DeadLetter(String id, String reason, String detail, Origin origin, long executionId, @Nullable Bytes key,
		@Nullable Bytes payload) {

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

}
