package io.cartpulse.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One link of a failure's chain of causes.
 *
 * @param type the exception's class
 * @param message what it says; nothing when it says nothing
 */
public record Cause(String type, @Nullable String message) {

	/** Causes can go in a circle. */
	private static final int MOST = 20;

	/** The chain of a failure, the outermost first. */
	static List<Cause> chainOf(Throwable failure) {
		return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(MOST)
			.map((cause) -> new Cause(cause.getClass().getName(), storable(cause.getMessage())))
			.toList();
	}

	/** PostgreSQL stores no U+0000. */
	private static @Nullable String storable(@Nullable String message) {
		return (message != null) ? message.replace("\0", "") : null;
	}

}
