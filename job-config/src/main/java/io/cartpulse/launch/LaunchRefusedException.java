package io.cartpulse.launch;

/**
 * A job was not started, because something else has to end first; nothing has changed.
 */
public final class LaunchRefusedException extends RuntimeException {

	LaunchRefusedException(String message) {
		super(message);
	}

	LaunchRefusedException(String message, Throwable cause) {
		super(message, cause);
	}

}
