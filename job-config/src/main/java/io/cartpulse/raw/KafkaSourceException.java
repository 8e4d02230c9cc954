package io.cartpulse.raw;

import org.jspecify.annotations.Nullable;

/**
 * The topic cannot be read; the message says to people what is wrong and what to do.
 */
public final class KafkaSourceException extends RuntimeException {

	KafkaSourceException(String message) {
		this(message, null);
	}

	KafkaSourceException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
