package io.cartpulse.observe;

import org.slf4j.MDC;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Puts job and execution on every log line of a run, and tells the application when the
 * run begins and ends. Worker threads get them from the thread of the run.
 */
final class RunListener implements JobExecutionListener {

	static final String JOB = "job";

	static final String EXECUTION = "execution";

	private final ApplicationEventPublisher events;

	RunListener(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void beforeJob(JobExecution execution) {
		MDC.put(JOB, execution.getJobInstance().getJobName());
		MDC.put(EXECUTION, String.valueOf(execution.getId()));
		this.events.publishEvent(new RunBegun(execution));
	}

	@Override
	public void afterJob(JobExecution execution) {
		try {
			this.events.publishEvent(new RunEnded(execution));
		}
		finally {
			MDC.remove(JOB);
			MDC.remove(EXECUTION);
		}
	}

}
