package io.cartpulse.enrichment;

/**
 * What the weather looks like, in the groups the marts count by.
 */
public enum Sky {

	/** No cloud. */
	CLEAR("Clear"),
	/** Clouds, no rain. */
	CLOUDS("Clouds"),
	/** Rain. */
	RAIN("Rain"),
	/** Light, fine rain. */
	DRIZZLE("Drizzle"),
	/** Thunderstorm. */
	THUNDERSTORM("Thunderstorm"),
	/** Snow or sleet. */
	SNOW("Snow"),
	/** Mist, fog or haze. */
	MIST("Mist"),
	/** Smoke, dust, ash, squalls, tornadoes. */
	OTHER("Other");

	private final String text;

	Sky(String text) {
		this.text = text;
	}

	/**
	 * The group as tables have it.
	 */
	public String text() {
		return this.text;
	}

	/**
	 * The group of that text.
	 */
	public static Sky of(String text) {
		for (Sky sky : values()) {
			if (sky.text.equals(text)) {
				return sky;
			}
		}
		throw new IllegalArgumentException("no group of weather: " + text);
	}

}
