package io.cartpulse.dds;

import java.util.Map;

import org.springframework.batch.core.step.StepExecution;

/**
 * The run in whose name rows are written.
 *
 * @param loadId the job execution
 * @param jobInstanceId the job instance, the same after a restart
 */
record LoadContext(long loadId, long jobInstanceId) {

	static LoadContext of(StepExecution step) {
		return new LoadContext(step.getJobExecution().getId(), step.getJobExecution().getJobInstance().getId());
	}

	/** As parameters of the stage's SQL files. */
	Map<String, Object> parameters() {
		return Map.of("loadId", this.loadId, "jobInstanceId", this.jobInstanceId);
	}

}
