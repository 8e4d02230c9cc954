package io.cartpulse.observe;

import java.time.Duration;
import java.util.Locale;

import io.cartpulse.report.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Metrics of what runs did: how long each step took, and the rows of each stage. They
 * come from the step executions, so that no row costs anything. Workers are part of their
 * step.
 */
@Component
class RunMetrics {

	private final MeterRegistry registry;

	RunMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@EventListener
	void count(RunEnded event) {
		JobExecution run = event.execution();
		run.getStepExecutions()
			.stream()
			.filter((step) -> !step.getStepName().contains(":"))
			.forEach((step) -> count(run.getJobInstance().getJobName(), step));
	}

	private void count(String job, StepExecution step) {
		if (step.getStartTime() != null && step.getEndTime() != null) {
			Timer.builder("cartpulse.step")
				.description("How long steps took")
				.tags("job", job, "step", step.getStepName(), "status",
						step.getStatus().name().toLowerCase(Locale.ROOT))
				.register(this.registry)
				.record(Duration.between(step.getStartTime(), step.getEndTime()));
		}
		Stage.of(step.getStepName()).ifPresent((stage) -> {
			String name = stage.name().toLowerCase(Locale.ROOT);
			rows(name, "read", step.getReadCount());
			rows(name, "written", step.getWriteCount());
		});
	}

	private void rows(String stage, String direction, long rows) {
		this.registry.counter("cartpulse.stage.rows", "stage", stage, "direction", direction).increment(rows);
	}

}
