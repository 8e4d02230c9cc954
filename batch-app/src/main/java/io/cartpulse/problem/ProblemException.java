package io.cartpulse.problem;

import java.util.Map;

/**
 * Something was refused; the message is for the one who asked, and says what to do next.
 */
public final class ProblemException extends RuntimeException {

	private final ProblemCode code;

	private final transient Map<String, Object> more;

	public ProblemException(ProblemCode code, String message) {
		this(code, message, Map.of());
	}

	/**
	 * Makes an exception.
	 * @param code why
	 * @param message what about, for people
	 * @param more further members, for programs
	 */
	public ProblemException(ProblemCode code, String message, Map<String, Object> more) {
		super(message);
		this.code = code;
		this.more = Map.copyOf(more);
	}

	public ProblemCode code() {
		return this.code;
	}

	/** Further members, for programs. */
	public Map<String, Object> more() {
		return this.more;
	}

}
