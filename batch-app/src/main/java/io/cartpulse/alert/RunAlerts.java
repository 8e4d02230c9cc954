package io.cartpulse.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cartpulse.launch.JobRuns;
import io.cartpulse.observe.RunBegun;
import io.cartpulse.observe.RunEnded;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of runs: each that failed, unless the same failure was told lately; each that
 * works again; each that was taken up after its process was gone; success where that is
 * wanted.
 */
@Component
class RunAlerts {

	private final Alerts alerts;

	private final Incidents incidents;

	private final RunText text;

	private final AlertSettings settings;

	RunAlerts(Alerts alerts, Incidents incidents, RunText text, AlertSettings settings) {
		this.alerts = alerts;
		this.incidents = incidents;
		this.text = text;
		this.settings = settings;
	}

	@EventListener
	void onBegin(RunBegun event) {
		JobExecution run = event.execution();
		if (JobRuns.RECOVERY.equals(run.getJobParameters().getString(JobRuns.STARTED_BY))) {
			this.alerts.tell(RunText.headline("🟠", run, "was cut off with its process and goes on"));
		}
	}

	@EventListener
	void onEnd(RunEnded event) {
		JobExecution run = event.execution();
		if (run.getStatus() == BatchStatus.FAILED) {
			this.alerts.tellOnce(() -> failed(run));
		}
		else if (JobRuns.isCompleted(run)) {
			this.alerts.tellOnce(() -> completed(run));
		}
	}

	private List<String> failed(JobExecution run) {
		String headline = RunText.headline("🔴", run, "failed");
		String again = run.getJobInstance().getJobName() + " failed, " + RunText.cause(run);
		boolean first = this.incidents.report(subject(run), RunText.fingerprint(run), again);
		return first ? List.of(this.text.lines(headline, run)) : List.of();
	}

	private List<String> completed(JobExecution run) {
		List<String> texts = new ArrayList<>();
		this.incidents.close(subject(run))
			.ifPresent((closed) -> texts
				.add(this.text.lines(RunText.headline("🟢", run, "works again"), run) + "\nit had failed %s since %s"
					.formatted(times(closed.happened()), RunText.TIME.format(closed.since()))));
		if (texts.isEmpty() && this.settings.onSuccess().contains(run.getJobInstance().getJobName())) {
			texts.add(this.text.lines(RunText.headline("🟢", run, "completed"), run));
		}
		return texts;
	}

	private static String times(long count) {
		return (count == 1) ? "once" : String.format(Locale.ROOT, "%,d times", count);
	}

	private static String subject(JobExecution run) {
		return "run/" + run.getJobInstance().getJobName();
	}

}
