package io.cartpulse.command;

/**
 * What the process says to the shell that started it.
 */
final class ExitCode {

	static final int OK = 0;

	/** A run did not complete, or something needed is down. */
	static final int FAILED = 1;

	/** The command line asks for what cannot be; nothing has changed. */
	static final int USAGE = 2;

	/** Another run is in the way; nothing has changed. */
	static final int REFUSED = 3;

	private ExitCode() {
	}

}
