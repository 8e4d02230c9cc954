package io.cartpulse.execution;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLocks;

import org.springframework.stereotype.Component;

/**
 * Knows of executions whose process is gone: nobody holds the layers of their job.
 */
@Component
class Orphans {

	private final LayerLocks locks;

	Orphans(LayerLocks locks) {
		this.locks = locks;
	}

	boolean isOrphan(StoredExecution execution) {
		return execution.status().isRunning()
				&& KnownJob.named(execution.job()).map((job) -> !this.locks.isHeld(job.layers())).orElse(false);
	}

}
