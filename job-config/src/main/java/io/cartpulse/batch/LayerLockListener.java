package io.cartpulse.batch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Holds a job's layers while it runs. A job that finds one of them held fails at once and
 * changes nothing.
 */
public final class LayerLockListener implements JobExecutionListener {

	private final LayerLocks locks;

	private final Set<Layer> layers;

	private final Map<Long, LayerLocks.Held> held = new ConcurrentHashMap<>();

	public LayerLockListener(LayerLocks locks, Layer... layers) {
		this.locks = locks;
		this.layers = Set.of(layers);
	}

	@Override
	public void beforeJob(JobExecution execution) {
		String holder = execution.getJobInstance().getJobName() + ", execution " + execution.getId();
		this.held.put(execution.getId(), this.locks.take(this.layers, holder));
	}

	@Override
	public void afterJob(JobExecution execution) {
		LayerLocks.Held taken = this.held.remove(execution.getId());
		if (taken != null) {
			taken.close();
		}
	}

}
