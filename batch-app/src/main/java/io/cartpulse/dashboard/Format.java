package io.cartpulse.dashboard;

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
	/** US dollars and cents. */
	MONEY,
	/** A share, 0.05 written as 5 %. */
	PERCENT,
	/** Seconds, written in minutes and seconds where they are many. */
	SECONDS;

	/** Whether a picture can measure it. */
	public boolean isMeasure() {
		return this != TEXT && this != DATE && this != TIME;
	}

}
