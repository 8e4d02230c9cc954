package io.cartpulse.schedule;

/**
 * A schedule cannot be as it was asked for; nothing has changed. The message says why and
 * what would do.
 */
public final class BadScheduleException extends RuntimeException {

	BadScheduleException(String message) {
		super(message);
	}

}
