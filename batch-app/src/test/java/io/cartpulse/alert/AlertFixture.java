package io.cartpulse.alert;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.cartpulse.alert.channel.AlertChannel;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.observe.RunEnded;
import io.cartpulse.testing.Engines;
import io.cartpulse.testing.SetClock;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * Alerts on real tables, with a clock that is set by hand and a channel of the test's
 * choice.
 */
final class AlertFixture {

	final Engines engines = Engines.start();

	final SetClock clock = new SetClock("2026-03-01T10:00:00Z");

	final FakeChannel channel = new FakeChannel(this.clock, "42");

	final AlertSettings settings;

	final AlertOutbox outbox;

	final Incidents incidents = new Incidents(this.engines.dataSource(), this.clock);

	final AlertSender sender;

	final Alerts alerts;

	final RunAlerts runs;

	private long executions;

	AlertFixture() {
		this(null, Set.of());
	}

	AlertFixture(@Nullable AlertChannel other, Set<String> onSuccess) {
		this.engines.empty("etl.alerts", "etl.alert_recipients", "etl.incidents", "etl.alert_marks");
		AlertStack stack = new AlertStack(this.engines.dataSource(), this.clock, (other != null) ? other : this.channel,
				onSuccess);
		this.settings = stack.settings();
		this.outbox = stack.outbox();
		this.sender = stack.sender();
		this.alerts = stack.alerts();
		this.runs = new RunAlerts(this.alerts, this.incidents,
				new RunText((run) -> List.of("Kafka → RAW: 7 in, 7 out, 0.1 s"), stack.links()), this.settings);
	}

	/** A run of the pipeline comes to its end. */
	JobExecution ends(BatchStatus status, String reason) {
		JobExecution run = execution("schedule");
		StepExecution step = new StepExecution(++this.executions, "load-raw", run);
		step.setStatus(status);
		run.addStepExecution(step);
		run.setStatus(status);
		if (status == BatchStatus.FAILED) {
			step.addFailureException(new IllegalStateException("chunk", new IllegalArgumentException(reason)));
		}
		run.setEndTime(run.getStartTime().plusSeconds(65));
		this.runs.onEnd(new RunEnded(run));
		return run;
	}

	JobExecution execution(String startedBy) {
		JobExecution run = new JobExecution(++this.executions, new JobInstance(1, "pipeline"),
				new JobParametersBuilder().addString(JobRuns.STARTED_BY, startedBy, false).toJobParameters());
		run.setStartTime(LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		return run;
	}

	/** Time passes, second by second, while messages are sent. */
	void pass(Duration time) {
		for (long second = 0; second < time.toSeconds(); second++) {
			this.sender.sendWaiting();
			this.clock.pass(Duration.ofSeconds(1));
		}
		this.sender.sendWaiting();
	}

}
