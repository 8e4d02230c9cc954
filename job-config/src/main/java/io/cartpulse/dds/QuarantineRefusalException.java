package io.cartpulse.dds;

/**
 * A quarantined record does not allow what was asked of it; nothing has changed.
 */
public final class QuarantineRefusalException extends RuntimeException {

	private final Kind kind;

	private QuarantineRefusalException(Kind kind, String message) {
		super(message);
		this.kind = kind;
	}

	static QuarantineRefusalException unknown(long id) {
		return new QuarantineRefusalException(Kind.UNKNOWN, "no quarantined record has the number " + id);
	}

	static QuarantineRefusalException notOpen(long id, String state) {
		return new QuarantineRefusalException(Kind.STATE,
				"record " + id + " is " + state + "; only an open record can be edited");
	}

	static QuarantineRefusalException unreadable(String detail) {
		return new QuarantineRefusalException(Kind.PAYLOAD, detail);
	}

	public Kind kind() {
		return this.kind;
	}

	/**
	 * What stands in the way.
	 */
	public enum Kind {

		/** There is no such record. */
		UNKNOWN,
		/** Its state. */
		STATE,
		/** The new contents. */
		PAYLOAD

	}

}
