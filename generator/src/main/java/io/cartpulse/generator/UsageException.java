package io.cartpulse.generator;

/**
 * The command line asks for something that is not there; the message says what is.
 */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
