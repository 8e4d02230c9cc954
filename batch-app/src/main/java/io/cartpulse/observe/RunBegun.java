package io.cartpulse.observe;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ApplicationEvent;

/**
 * A run in this process begins.
 */
public final class RunBegun extends ApplicationEvent {

	private final transient JobExecution execution;

	/**
	 * Tells of a run's begin.
	 * @param execution the run
	 */
	public RunBegun(JobExecution execution) {
		super(execution);
		this.execution = execution;
	}

	/** The run. */
	public JobExecution execution() {
		return this.execution;
	}

}
