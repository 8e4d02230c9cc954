package io.cartpulse.failure;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a step or a whole execution failed.
 *
 * @param step the step, with its partition; nothing for the job itself
 * @param at when it was noted
 * @param causes the chain of causes, the outermost first
 * @param trace the stack trace
 * @param complete whether all of it was kept; false where the process died before it
 * could, and only Spring Batch's first 2500 characters are there
 */
public record Failure(@Nullable String step, Instant at, List<Cause> causes, String trace, boolean complete) {

	public Failure {
		causes = List.copyOf(causes);
	}

}
