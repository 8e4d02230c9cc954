package io.cartpulse.dds;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a run reads, by the job parameter {@code mode}.
 */
enum LoadMode {

	/** RAW rows that no completed run has read. */
	INCREMENTAL,
	/** All RAW rows, into emptied tables. */
	REBUILD;

	/**
	 * Reads the job parameter.
	 * @param text its value; null or blank: incremental
	 * @return the mode
	 * @throws IllegalArgumentException for any other text
	 */
	static LoadMode of(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return INCREMENTAL;
		}
		for (LoadMode mode : values()) {
			if (mode.name().equalsIgnoreCase(text.strip())) {
				return mode;
			}
		}
		throw new IllegalArgumentException("mode=%s is not known; say mode=%s or mode=%s".formatted(text,
				INCREMENTAL.name().toLowerCase(Locale.ROOT), REBUILD.name().toLowerCase(Locale.ROOT)));
	}

}
