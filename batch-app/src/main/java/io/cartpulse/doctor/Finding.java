package io.cartpulse.doctor;

/**
 * What a check found.
 *
 * @param name what it is about
 * @param level how bad it is
 * @param message what is the case
 * @param mend what to do; empty when all is well
 */
public record Finding(String name, Level level, String message, String mend) {

	/** All is well. */
	public static Finding ok(String name, String message) {
		return new Finding(name, Level.OK, message, "");
	}

	/** It works, but should be seen to. */
	public static Finding warn(String name, String message, String mend) {
		return new Finding(name, Level.WARN, message, mend);
	}

	/** It does not work. */
	public static Finding fail(String name, String message, String mend) {
		return new Finding(name, Level.FAIL, message, mend);
	}

	/**
	 * How bad something is.
	 */
	public enum Level {

		/** All is well. */
		OK,
		/** It works, but should be seen to. */
		WARN,
		/** It does not work. */
		FAIL

	}

}
