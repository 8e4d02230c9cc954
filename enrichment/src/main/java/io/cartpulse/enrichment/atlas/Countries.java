package io.cartpulse.enrichment.atlas;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

import org.jspecify.annotations.Nullable;

/**
 * The countries' English names by ISO 3166 code: one spelling for whatever a place comes
 * from.
 */
public final class Countries {

	private static final Map<String, String> NAMES = new HashMap<>();

	private static final Map<String, String> OF_THREE_LETTERS = new HashMap<>();

	static {
		AtlasFile.countries().forEach((columns) -> NAMES.put(columns[0], columns[1]));
		NAMES.keySet().forEach(Countries::noteThreeLetters);
	}

	private Countries() {
	}

	/**
	 * A country's name.
	 * @param code two letters
	 * @return null when there is no such country
	 */
	public static @Nullable String name(String code) {
		return NAMES.get(code);
	}

	/**
	 * A country's code of two letters.
	 * @param code two or three letters
	 * @return null when there is no such country
	 */
	public static @Nullable String code(String code) {
		return NAMES.containsKey(code) ? code : OF_THREE_LETTERS.get(code);
	}

	private static void noteThreeLetters(String code) {
		try {
			OF_THREE_LETTERS.put(new Locale.Builder().setRegion(code).build().getISO3Country(), code);
		}
		catch (MissingResourceException ex) {
			// a code in use that ISO has not assigned, Kosovo's: it has no third letter
		}
	}

}
