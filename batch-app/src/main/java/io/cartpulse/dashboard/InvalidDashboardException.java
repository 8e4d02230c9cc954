package io.cartpulse.dashboard;

/**
 * A dashboard's definition cannot be followed; the message says where and why.
 */
public final class InvalidDashboardException extends RuntimeException {

	InvalidDashboardException(String file, String mistake, Throwable cause) {
		super("dashboard " + file + ": " + mistake, cause);
	}

	InvalidDashboardException(String file, String mistake) {
		super("dashboard " + file + ": " + mistake);
	}

}
