package io.cartpulse.embedded;

/**
 * An engine could not be started; the message tells a person what to do about it.
 */
public class EngineStartException extends RuntimeException {

	public EngineStartException(String message) {
		super(message);
	}

	public EngineStartException(String message, Throwable cause) {
		super(message, cause);
	}

}
