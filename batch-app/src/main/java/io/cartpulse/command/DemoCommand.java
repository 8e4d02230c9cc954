package io.cartpulse.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.LaunchRefusedException;
import io.cartpulse.launch.StoredRecords;
import io.cartpulse.observe.RunEnded;
import io.cartpulse.report.RunReport;
import io.cartpulse.schedule.Schedules;
import io.cartpulse.simulation.SimulatedShop;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ApplicationListener;

/**
 * {@code demo}: a small shop's past, its figures, then its present, minute by minute.
 */
final class DemoCommand {

	private final Session session;

	DemoCommand(Session session) {
		this.session = session;
	}

	int execute() throws Exception {
		this.session.start(true, Map.of("cartpulse.simulation.enabled", "true"));
		requireOwnShop();
		int exitCode = showPast();
		if (exitCode != ExitCode.OK) {
			return exitCode;
		}
		lookUpReferenceData();
		this.session.tellWhereToLook(true);
		this.session.terminal().print("");
		this.session.application().listen(new RunTeller());
		this.session.application().get(Schedules.class).start();
		new CountDownLatch(1).await();
		return ExitCode.OK;
	}

	/** The shop of an earlier demo goes on; whatever else the topic holds is no demo. */
	private void requireOwnShop() {
		if (this.session.application().get(SimulatedShop.class).isOpen()) {
			return;
		}
		Optional<String> stored = this.session.application().get(StoredRecords.class).look();
		if (stored.isPresent()) {
			throw new UsageException(stored.get() + " already, and not from a demo. Choose another folder with"
					+ " --data-dir DIR, or ./cartpulse up to go on with what is there. Nothing has been changed.");
		}
	}

	private int showPast() throws Exception {
		try {
			List<JobExecution> published = this.session.run(KnownJob.GENERATE_EVENTS, Map.of());
			if (!published.stream().allMatch(JobRuns::isCompleted)) {
				return this.session.tell(published, false);
			}
			this.session.progress()
				.say(String.format(Locale.ROOT, "Published %,d messages of a small shop.", messages(published)));
			return this.session.tell(this.session.run(KnownJob.PIPELINE, Map.of()), true);
		}
		catch (LaunchRefusedException ex) {
			// a run that was left behind goes on; the schedules take over after it
			this.session.progress().say(String.valueOf(ex.getMessage()));
			return ExitCode.OK;
		}
	}

	/**
	 * So that the pipeline's next run has rates, and not the first one in the next hour.
	 */
	private void lookUpReferenceData() throws Exception {
		try {
			this.session.run(KnownJob.REFRESH_REFERENCE_DATA, Map.of());
		}
		catch (LaunchRefusedException ex) {
			this.session.progress().say(String.valueOf(ex.getMessage()));
		}
	}

	private static long messages(List<JobExecution> runs) {
		return runs.stream()
			.flatMap((run) -> run.getStepExecutions().stream())
			.mapToLong(StepExecution::getWriteCount)
			.sum();
	}

	/**
	 * Says in one line what each run of the pipeline brought.
	 */
	private final class RunTeller implements ApplicationListener<RunEnded> {

		@Override
		public void onApplicationEvent(RunEnded event) {
			JobExecution run = event.execution();
			if (!JobRuns.isCompleted(run)) {
				say("execution " + run.getId() + " did not complete: " + RunReport.reason(run));
			}
			else if (JobRuns.jobOf(run) == KnownJob.PIPELINE) {
				say(DemoCommand.this.session.report().inOneLine(run));
			}
		}

		private void say(String line) {
			DemoCommand.this.session.progress().say(line);
		}

	}

}
