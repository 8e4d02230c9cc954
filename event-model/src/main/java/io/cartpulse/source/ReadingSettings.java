package io.cartpulse.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an operator may change about the reading rules.
 *
 * @param placeholders texts that mean absent in the fields that trackers fill, in any
 * case; an entry with two dots between braces, {@code ${..}} say, stands for all texts
 * that begin and end so
 * @param futureTolerance how far a time may lie after the Kafka record's
 * @param earliest the earliest time believed
 */
public record ReadingSettings(Set<String> placeholders, Duration futureTolerance, Instant earliest) {

	private static final ReadingSettings DEFAULTS = new ReadingSettings(
			Set.of("unknown", "(not set)", "(none)", "n/a", "null", "undefined", "-", "${..}", "{{..}}"),
			Duration.ofHours(24), Instant.parse("2000-01-01T00:00:00Z"));

	public ReadingSettings {
		placeholders = placeholders.stream()
			.map((text) -> text.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The contract's own settings. */
	public static ReadingSettings defaults() {
		return DEFAULTS;
	}

	/** Equal for equal settings only: two of them read the same records alike. */
	public String digest() {
		return new TreeSet<>(this.placeholders) + " " + this.futureTolerance + " " + this.earliest;
	}

}
