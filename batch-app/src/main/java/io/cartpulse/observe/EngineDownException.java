package io.cartpulse.observe;

/**
 * An engine does not answer.
 */
final class EngineDownException extends RuntimeException {

	EngineDownException(String message, Throwable cause) {
		super(message, cause);
	}

}
