package io.cartpulse.audit;

import java.time.Instant;

/**
 * One line of the audit.
 *
 * @param id its number
 * @param at when
 * @param actor who
 * @param address from where; empty for the program itself
 * @param action what, {@code execution.restart} say
 * @param target to what, {@code execution 12} say; empty where the action says it all
 * @param outcome {@code done}, or the code of the problem
 * @param detail more for people; may be empty
 */
public record AuditEntry(long id, Instant at, String actor, String address, String action, String target,
		String outcome, String detail) {

	/** The outcome of what was done. */
	public static final String DONE = "done";

}
