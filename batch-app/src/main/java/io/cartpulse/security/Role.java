package io.cartpulse.security;

/**
 * What somebody may do; each role may do what the ones before it may.
 */
public enum Role {

	/** Reads. */
	VIEWER,
	/** Also launches, stops, restarts and replays. */
	OPERATOR,
	/** Also edits schedules and payloads, and tries alerts. */
	ADMIN

}
