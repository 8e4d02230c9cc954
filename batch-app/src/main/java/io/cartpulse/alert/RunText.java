package io.cartpulse.alert;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import io.cartpulse.launch.JobRuns;
import io.cartpulse.report.RunReport;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * A run in a few lines.
 */
class RunText {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final int LONGEST_CAUSE = 600;

	private static final int LONGEST_FINGERPRINT = 300;

	private final Function<JobExecution, List<String>> counts;

	private final Links links;

	/**
	 * Makes texts.
	 * @param counts what a run did, in lines
	 * @param links where it is seen
	 */
	RunText(Function<JobExecution, List<String>> counts, Links links) {
		this.counts = counts;
		this.links = links;
	}

	/** Job, status, duration, counts, cause and link, below a headline. */
	String lines(String headline, JobExecution run) {
		List<String> lines = new ArrayList<>(List.of(headline, when(run)));
		if (run.getStatus() == BatchStatus.FAILED) {
			lines.add("cause: " + cause(run));
		}
		lines.addAll(this.counts.apply(run));
		lines.add(this.links.execution(run.getId()));
		return String.join("\n", lines);
	}

	/** The job, what became of it, and its number. */
	static String headline(String sign, JobExecution run, String words) {
		return "%s %s %s, execution %d".formatted(sign, run.getJobInstance().getJobName(), words, run.getId());
	}

	/** The failing step and why it failed, in one line. */
	static String cause(JobExecution run) {
		String step = failedStep(run);
		String reason = RunReport.reason(run).lines().findFirst().orElse("").strip();
		String line = (step != null) ? "step " + step + ": " + reason : reason;
		return (line.length() <= LONGEST_CAUSE) ? line : line.substring(0, LONGEST_CAUSE) + " …";
	}

	/** The same for failures that differ by numbers only. */
	static String fingerprint(JobExecution run) {
		String line = cause(run).replaceAll("[0-9]+", "#");
		return (line.length() <= LONGEST_FINGERPRINT) ? line : line.substring(0, LONGEST_FINGERPRINT);
	}

	private static @Nullable String failedStep(JobExecution run) {
		return run.getStepExecutions()
			.stream()
			.filter((step) -> step.getStatus() == BatchStatus.FAILED)
			.map(StepExecution::getStepName)
			.filter((step) -> !step.contains(":"))
			.findFirst()
			.orElse(null);
	}

	private static String when(JobExecution run) {
		LocalDateTime start = Objects.requireNonNullElse(run.getStartTime(), run.getCreateTime());
		LocalDateTime end = Objects.requireNonNullElse(run.getEndTime(), LocalDateTime.now(ZoneOffset.UTC));
		String startedBy = run.getJobParameters().getString(JobRuns.STARTED_BY, "nobody known");
		return "%s, took %s, started by %s".formatted(TIME.format(start.toInstant(ZoneOffset.UTC)),
				duration(Duration.between(start, end)), startedBy);
	}

	static String duration(Duration time) {
		if (time.compareTo(Duration.ofMinutes(1)) < 0) {
			return String.format(Locale.ROOT, "%.1f s", Math.max(0, time.toMillis()) / 1000.0);
		}
		if (time.compareTo(Duration.ofHours(1)) < 0) {
			return time.toMinutes() + " min " + time.toSecondsPart() + " s";
		}
		return time.toHours() + " h " + time.toMinutesPart() + " min";
	}

}
