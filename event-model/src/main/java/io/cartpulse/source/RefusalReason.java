package io.cartpulse.source;

/**
 * Why a record is refused, and so quarantined.
 */
public enum RefusalReason {

	/** A required field is absent. */
	MISSING_FIELD,
	/** A field is unreadable, or its value would falsify a figure. */
	INVALID_VALUE,
	/** The event_type is none of the contract's. */
	UNKNOWN_EVENT_TYPE,
	/** A time lies too far after the Kafka record's. */
	FUTURE_TIMESTAMP,
	/** An order's line or status came, but not the order. */
	ORPHAN

}
