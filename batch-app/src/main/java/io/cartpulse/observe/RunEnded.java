package io.cartpulse.observe;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ApplicationEvent;

/**
 * A run in this process has come to its end, whatever end that is.
 */
public final class RunEnded extends ApplicationEvent {

	private final transient JobExecution execution;

	/**
	 * Tells of a run's end.
	 * @param execution the run
	 */
	public RunEnded(JobExecution execution) {
		super(execution);
		this.execution = execution;
	}

	/** The run. */
	public JobExecution execution() {
		return this.execution;
	}

}
