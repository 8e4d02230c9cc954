package io.cartpulse.execution;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * An execution in a list.
 *
 * @param id its number
 * @param instanceId the number of its instance; restarts have the same
 * @param job the job's name
 * @param status where it is
 * @param exitCode how it ended, in Spring Batch's words
 * @param createdAt when it was launched
 * @param startedAt when it began to run
 * @param endedAt when it ended
 * @param durationSeconds how long it has run
 * @param startedBy who or what started it
 * @param reason why, if that was said
 * @param parameters its other parameters
 * @param read rows that its steps have read
 * @param written rows that they have written
 * @param failure why it failed, in one line
 */
public record ExecutionSummary(long id, long instanceId, String job, BatchStatus status, String exitCode,
		Instant createdAt, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Double durationSeconds,
		@Nullable String startedBy, @Nullable String reason, Map<String, String> parameters, long read, long written,
		@Nullable String failure) {

	public ExecutionSummary {
		parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
	}

	/** Whether it runs, as far as the database knows. */
	public boolean running() {
		return this.status.isRunning();
	}

}
