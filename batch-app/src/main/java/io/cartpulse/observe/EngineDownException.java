package io.cartpulse.observe;

/**
 * An engine does not answer; the message says which one, and where it should be.
 */
public final class EngineDownException extends RuntimeException {

	EngineDownException(String message, Throwable cause) {
		super(message, cause);
	}

}
