package io.cartpulse.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what forms send.
 */
final class Asked {

	private static final int LONGEST_TEXT = 200;

	private Asked() {
	}

	/** A field's text; nothing where it was left empty. */
	static @Nullable String text(@Nullable String field) {
		if (field == null || field.isBlank()) {
			return null;
		}
		if (field.length() > LONGEST_TEXT) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER,
					"A search may have " + LONGEST_TEXT + " characters at most.");
		}
		return field.strip();
	}

	/**
	 * A field's moment, with its zone or, from a browser without scripts, in UTC; nothing
	 * where it was left empty.
	 */
	static @Nullable Instant moment(@Nullable String field) {
		String text = text(field);
		if (text == null) {
			return null;
		}
		try {
			return text.endsWith("Z") ? Instant.parse(text) : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER,
					"A time cannot be read; write it as 2026-01-31T12:00:00Z.");
		}
	}

}
