package io.cartpulse.generator;

/**
 * Messages could not be published; its message says why and what to do.
 */
public final class PublishException extends RuntimeException {

	PublishException(String message) {
		super(message);
	}

	PublishException(String message, Throwable cause) {
		super(message, cause);
	}

}
