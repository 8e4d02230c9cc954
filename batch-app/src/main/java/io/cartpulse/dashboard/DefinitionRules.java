package io.cartpulse.dashboard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What every part of a definition has to keep to.
 */
final class DefinitionRules {

	private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private DefinitionRules() {
	}

	static void requireText(@Nullable String text, String name) {
		require(text != null && !text.isBlank(), "%s is missing", name);
	}

	static void requireId(@Nullable String id) {
		requireText(id, "id");
		require(id != null && ID.matcher(id).matches(), "id %s is not of lower-case words with hyphens between", id);
	}

	/** A list that is not empty; what names its parts occurs once. */
	static <T> List<T> requireDistinct(@Nullable List<T> parts, String name, Function<T, String> naming) {
		require(parts != null && !parts.isEmpty(), "%s is missing", name);
		Set<String> names = new HashSet<>();
		for (T part : List.copyOf(parts)) {
			require(names.add(naming.apply(part)), "%s has %s twice", name, naming.apply(part));
		}
		return List.copyOf(parts);
	}

	static <T> T requirePart(@Nullable T part, String name) {
		if (part == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return part;
	}

	static void require(boolean kept, String message, @Nullable Object... arguments) {
		if (!kept) {
			throw new IllegalArgumentException(message.formatted(arguments));
		}
	}

}
