package io.cartpulse.observe;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Puts job and execution on every log line of a run, those of its worker threads too, and
 * tells the application when the run has ended.
 */
final class RunListener implements JobExecutionListener, StepExecutionListener {

	static final String JOB = "job";

	static final String EXECUTION = "execution";

	private final ApplicationEventPublisher events;

	/** Whether this thread runs a step of a job that runs in another thread. */
	private final ThreadLocal<Boolean> worker = ThreadLocal.withInitial(() -> false);

	RunListener(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void beforeJob(JobExecution execution) {
		begin(execution);
	}

	@Override
	public void afterJob(JobExecution execution) {
		try {
			this.events.publishEvent(new RunEnded(execution));
		}
		finally {
			end();
		}
	}

	@Override
	public void beforeStep(StepExecution step) {
		if (!String.valueOf(step.getJobExecutionId()).equals(MDC.get(EXECUTION))) {
			begin(step.getJobExecution());
			this.worker.set(true);
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		if (this.worker.get()) {
			end();
			this.worker.remove();
		}
		return null;
	}

	private static void begin(JobExecution execution) {
		MDC.put(JOB, execution.getJobInstance().getJobName());
		MDC.put(EXECUTION, String.valueOf(execution.getId()));
	}

	private static void end() {
		MDC.remove(JOB);
		MDC.remove(EXECUTION);
	}

}
