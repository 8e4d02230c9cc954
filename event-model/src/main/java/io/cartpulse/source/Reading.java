package io.cartpulse.source;

/**
 * What the reading rules made of a record.
 */
public sealed interface Reading {

	/**
	 * All rules let it pass.
	 *
	 * @param record what it says
	 */
	record Valid(ValidRecord record) implements Reading {
	}

	/**
	 * A rule refused it.
	 *
	 * @param reason which kind of rule
	 * @param field the field it is about
	 * @param message field and rule in words, without the value
	 */
	record Refused(RefusalReason reason, String field, String message) implements Reading {
	}

}
