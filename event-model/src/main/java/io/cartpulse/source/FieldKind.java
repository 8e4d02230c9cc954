package io.cartpulse.source;

/**
 * How a contract field's characters are read.
 */
public enum FieldKind {

	/** A whole number greater than zero. */
	ID_NUMBER,
	/** 1 to 1,000,000. */
	QUANTITY,
	/** 0 to 1,000,000. */
	LINE_NUMBER,
	/** US dollars and the like, two decimals, not negative. */
	MONEY,
	/** A decimal of any sign. */
	DECIMAL,
	/** A decimal within ±90, one of a pair. */
	LATITUDE,
	/** A decimal within ±180, one of a pair. */
	LONGITUDE,
	/** A UUID, or a text that becomes one. */
	UUID,
	/** A moment. */
	TIME,
	/** The moment a message was made, by default the Kafka record's. */
	GENERATED_AT,
	/** A date of birth. */
	BIRTH_DATE,
	/** A text of at most 500 characters. */
	TEXT,
	/** The same, in which the trackers' placeholders mean absent. */
	NAME,
	/** The same, of at most 200 characters. */
	ID_TEXT,
	/** A text in lower case. */
	CODE,
	/** mobile, desktop, tablet or other. */
	DEVICE_TYPE,
	/** male, female or other. */
	GENDER,
	/** view_page and the like. */
	EVENT_TYPE,
	/** pending, success, failed, cancelled, refunded. */
	STATUS,
	/** view, click, conversion. */
	ACTION

}
