package io.cartpulse.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.StoredRecords;
import io.cartpulse.report.RunReport;
import io.cartpulse.terminal.Progress;
import io.cartpulse.terminal.Terminal;

import org.springframework.batch.core.job.JobExecution;

/**
 * What all commands that start something do alike.
 *
 * @param application engines and application
 * @param terminal where to speak
 * @param progress how far it is
 * @param properties Spring's arguments
 */
record Session(RunningApplication application, Terminal terminal, Progress progress, List<String> properties) {

	private static final String STARTED_BY = "command line";

	/**
	 * Starts engines and application.
	 * @param web whether they stay up
	 * @param defaults properties that hold where nothing else is configured
	 */
	void start(boolean web, Map<String, String> defaults) throws Exception {
		this.application.start(web, defaults, this.properties);
		if (this.application.ownsKafka()) {
			this.application.get(StoredRecords.class).ensureTopic();
		}
		this.progress.say("Everything is up.");
	}

	/** Runs a job, with a line every two seconds. */
	List<JobExecution> run(KnownJob job, Map<String, String> parameters) throws Exception {
		JobRuns runs = this.application.get(JobRuns.class);
		return this.progress.during("Running " + job.jobName(), report()::runningStep,
				() -> runs.run(job, parameters, STARTED_BY));
	}

	/** Prints what runs did, and the store's figures where the marts may be new. */
	int tell(List<JobExecution> executions, boolean store) {
		RunReport report = report();
		report.printRuns(executions, this.terminal);
		List<JobExecution> failed = executions.stream().filter((run) -> !JobRuns.isCompleted(run)).toList();
		if (!failed.isEmpty()) {
			this.terminal.print("");
			failed.forEach((run) -> this.terminal.print("cartpulse: execution %d %s: %s".formatted(run.getId(),
					run.getStatus().name().toLowerCase(Locale.ROOT), RunReport.reason(run))));
			this.terminal.print("The same command takes it up again where it stopped. Full log: " + log());
			return ExitCode.FAILED;
		}
		if (store) {
			report.printStore(this.terminal);
		}
		return ExitCode.OK;
	}

	RunReport report() {
		return this.application.get(RunReport.class);
	}

	/** Tells where to look further. */
	void tellWhereToLook(boolean staysUp) {
		this.terminal.print("");
		new WhereToLook(this.application::property, staysUp).lines().forEach(this.terminal::print);
	}

	private Path log() {
		return Path.of(this.application.property("logging.file.name")).toAbsolutePath();
	}

}
