package io.cartpulse.execution;

import java.time.Instant;
import java.util.Optional;

import io.cartpulse.batch.KnownJob;

/**
 * Knows when jobs run by themselves.
 */
public interface NextRuns {

	/** When a job runs next; nothing where no schedule is on. */
	Optional<Instant> nextRun(KnownJob job);

}
