package io.cartpulse.console;

import io.cartpulse.problem.ProblemException;

/**
 * What became of a change, shown once on the page that comes after it.
 *
 * @param done whether it was done
 * @param text what became of it, and what to do next
 */
record Notice(boolean done, String text) {

	/** What pages find it by. */
	static final String NAME = "notice";

	static Notice done(String text) {
		return new Notice(true, text);
	}

	static Notice refused(String text) {
		return new Notice(false, text);
	}

	static Notice refused(ProblemException refusal) {
		return refused(refusal.code().title() + ". " + refusal.getMessage());
	}

}
