package io.cartpulse.warehouse;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a search asks for, in words.
 */
final class Criteria {

	private Criteria() {
	}

	/** Those that were given, {@code ", reason=ORPHAN"} say; empty when none was. */
	static String words(Map<String, @Nullable Object> values) {
		return new TreeMap<>(values).entrySet()
			.stream()
			.filter((value) -> value.getValue() != null)
			.map((value) -> ", " + value.getKey() + "=" + value.getValue())
			.collect(Collectors.joining());
	}

}
