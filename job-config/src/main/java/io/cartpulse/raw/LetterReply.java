package io.cartpulse.raw;

/**
 * What became of a dead letter that something was asked of.
 *
 * @param letter the letter
 * @param outcome what became of it
 * @param detail the same in words; empty where it was done
 */
public record LetterReply(LetterId letter, Outcome outcome, String detail) {

	static LetterReply done(LetterId letter) {
		return new LetterReply(letter, Outcome.DONE, "");
	}

	static LetterReply unknown(LetterId letter) {
		return new LetterReply(letter, Outcome.UNKNOWN, "There is no dead letter " + letter + ".");
	}

	static LetterReply state(LetterId letter, String state) {
		return new LetterReply(letter, Outcome.STATE,
				state.equals("sending")
						? "Letter " + letter + " is being sent, or has had no answer from Kafka yet: its contents"
								+ " stay, and when the time for an answer is over it can be sent again or given up."
						: "Letter " + letter + " is " + state + "; this is possible while it is open.");
	}

	static LetterReply unreadable(LetterId letter, String detail) {
		return new LetterReply(letter, Outcome.UNREADABLE, "It would be a dead letter again: " + detail + ".");
	}

	static LetterReply kafka(LetterId letter, String detail) {
		return new LetterReply(letter, Outcome.KAFKA, detail);
	}

	/**
	 * Ways that it can end.
	 */
	public enum Outcome {

		/** It was done. */
		DONE,
		/** There is no such letter. */
		UNKNOWN,
		/** The letter's state forbids it. */
		STATE,
		/** What was to be sent cannot be read as a message. */
		UNREADABLE,
		/** Kafka did not take it, or did not say that it has. */
		KAFKA

	}

}
