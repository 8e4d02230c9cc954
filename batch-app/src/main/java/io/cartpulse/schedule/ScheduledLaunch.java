package io.cartpulse.schedule;

import io.cartpulse.batch.KnownJob;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Quartz runs when a job's time has come. It does not wait for the job's end.
 */
final class ScheduledLaunch implements Job {

	private static final Logger logger = LoggerFactory.getLogger(ScheduledLaunch.class);

	private final ScheduledRuns runs;

	ScheduledLaunch(ScheduledRuns runs) {
		this.runs = runs;
	}

	@Override
	public void execute(JobExecutionContext context) {
		if (!context.getJobDetail().getJobDataMap().getBooleanValue(Schedules.ENABLED)) {
			return;
		}
		String name = context.getJobDetail().getKey().getName();
		KnownJob.named(name)
			.ifPresentOrElse((job) -> this.runs.begin(job, context.getScheduledFireTime().toInstant()),
					() -> logger.warn("a schedule is kept for {}, but there is no such job", name));
	}

}
