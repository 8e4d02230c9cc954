package io.cartpulse.warehouse;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of dead letters.
 *
 * @param more whether the filter finds further letters, which were left for another call
 * @param results by letter
 */
public record DeadLetterOutcome(boolean more, List<LetterResult> results) {

	public DeadLetterOutcome {
		results = List.copyOf(results);
	}

	/**
	 * What became of one letter.
	 *
	 * @param id the letter
	 * @param done whether it was done
	 * @param code the problem's code, if it was not
	 * @param detail the problem in words
	 */
	public record LetterResult(String id, boolean done, @Nullable String code, @Nullable String detail) {

	}

}
