package io.cartpulse.command;

/**
 * The command line cannot be followed; the message says why and what would do.
 */
public final class UsageException extends RuntimeException {

	public UsageException(String message) {
		super(message);
	}

}
