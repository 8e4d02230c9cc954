package io.cartpulse.dashboard;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a column's values are written for people.
 */
public enum Format {

	/** As it is. */
	TEXT,
	/** A day. */
	DATE,
	/** A moment, to the minute. */
	TIME,
	/** A whole number, its thousands set apart. */
	INTEGER,
	/** A number with two decimals. */
	DECIMAL,
	/** A rate of exchange: a number with four decimals. */
	RATE,
	/** US dollars and cents. */
	MONEY,
	/** A share, 0.05 written as 5 %. */
	PERCENT,
	/** Seconds, written in minutes or hours where they are many. */
	SECONDS;

	/** Its name where definitions are written. */
	@JsonValue
	public String written() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a picture can measure it. */
	public boolean isMeasure() {
		return this != TEXT && this != DATE && this != TIME;
	}

}
