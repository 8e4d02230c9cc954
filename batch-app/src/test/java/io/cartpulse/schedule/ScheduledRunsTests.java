package io.cartpulse.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.cartpulse.batch.KnownJob;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.core.task.SyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Tests of {@link ScheduledRuns}.
 */
class ScheduledRunsTests {

	private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");

	private final List<String> started = new ArrayList<>();

	@Test
	void runsTheJobInTheNameOfTheSchedule() {
		new ScheduledRuns((job, parameters, startedBy) -> {
			this.started.add(job.jobName() + " " + parameters + " " + startedBy);
			return List.of(execution());
		}, new SyncTaskExecutor()).begin(KnownJob.PIPELINE, DUE);
		assertThat(this.started).containsExactly("pipeline {} schedule");
	}

	@Test
	void aRunThatCannotStartDoesNotFailTheSchedule() {
		ScheduledRuns runs = new ScheduledRuns((job, parameters, startedBy) -> {
			this.started.add(job.jobName());
			throw new IllegalStateException("no connection");
		}, new SyncTaskExecutor());
		assertThatCode(() -> runs.begin(KnownJob.PIPELINE, DUE)).doesNotThrowAnyException();
		assertThat(this.started).containsExactly("pipeline");
	}

	private static JobExecution execution() {
		JobExecution execution = new JobExecution(1, new JobInstance(1, "pipeline"), new JobParameters());
		execution.setStatus(BatchStatus.COMPLETED);
		return execution;
	}

}
