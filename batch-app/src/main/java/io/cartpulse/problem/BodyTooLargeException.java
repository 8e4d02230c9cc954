package io.cartpulse.problem;

import java.io.IOException;

/**
 * More was sent than is allowed.
 */
public final class BodyTooLargeException extends IOException {

	/** Whether a failure comes of a body that was too large. */
	public static boolean causes(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLargeException) {
				return true;
			}
		}
		return false;
	}

}
