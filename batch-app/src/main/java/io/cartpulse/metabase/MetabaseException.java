package io.cartpulse.metabase;

import org.jspecify.annotations.Nullable;

/**
 * Metabase did not do what was asked; the message says what, and what to do about it.
 */
public final class MetabaseException extends RuntimeException {

	private final int status;

	MetabaseException(String message, int status) {
		super(message);
		this.status = status;
	}

	MetabaseException(String message, @Nullable Throwable cause) {
		super(message, cause);
		this.status = 0;
	}

	MetabaseException(String message) {
		this(message, null);
	}

	/** Metabase's HTTP status, 0 where it did not answer. */
	int status() {
		return this.status;
	}

}
