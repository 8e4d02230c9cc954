package io.cartpulse.source;

/**
 * Why a record cannot be read as one of the types.
 */
public enum DeadLetterReason {

	/** Its value has more than 1,048,576 bytes. */
	TOO_LARGE,
	/** It is no JSON text (RFC 8259) in UTF-8. */
	NOT_JSON,
	/** It is JSON, but no object. */
	NOT_AN_OBJECT,
	/** It is an object of a type that the contract does not know. */
	UNKNOWN_TYPE

}
