package io.cartpulse.batch;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Holds a job's layers while it runs. A job that finds one of them held fails at once and
 * changes nothing.
 */
public final class LayerLockListener implements JobExecutionListener {

	private final LayerLocks locks;

	private final KnownJob job;

	public LayerLockListener(LayerLocks locks, KnownJob job) {
		this.locks = locks;
		this.job = job;
	}

	@Override
	public void beforeJob(JobExecution execution) {
		this.locks.begin(execution.getId(), this.job.layers(), this.job.jobName() + ", execution " + execution.getId());
	}

	@Override
	public void afterJob(JobExecution execution) {
		this.locks.end(execution.getId());
	}

}
