package io.cartpulse.execution;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * All about an execution.
 *
 * @param id its number
 * @param instanceId the number of its instance
 * @param attempts all executions of the instance, the first one first
 * @param job the job's name
 * @param status where it is
 * @param running whether it runs, as far as the database knows
 * @param orphaned whether it counts as running, though its process is gone
 * @param exitCode how it ended, in Spring Batch's words
 * @param createdAt when it was launched
 * @param startedAt when it began to run
 * @param endedAt when it ended
 * @param durationSeconds how long it has run
 * @param startedBy who or what started it
 * @param reason why, if that was said
 * @param parameters its other parameters
 * @param progress how much of it is done, from 0 to 1; nothing while that is not known
 * @param etaSeconds how long it will take; nothing while that is not known
 * @param read rows that its steps have read
 * @param written rows that they have written
 * @param quarantined rows that they have set aside
 * @param actions what can be done with it now
 * @param failure why it failed, in one line
 * @param context what it remembers for a restart
 * @param steps its steps, in the order of their start
 */
public record ExecutionDetail(long id, long instanceId, List<Long> attempts, String job, BatchStatus status,
		boolean running, boolean orphaned, String exitCode, Instant createdAt, @Nullable Instant startedAt,
		@Nullable Instant endedAt, @Nullable Double durationSeconds, @Nullable String startedBy,
		@Nullable String reason, Map<String, String> parameters, @Nullable Double progress, @Nullable Double etaSeconds,
		long read, long written, long quarantined, List<ExecutionAction> actions, @Nullable String failure,
		Map<String, Object> context, List<StepDetail> steps) {

	public ExecutionDetail {
		attempts = List.copyOf(attempts);
		parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
		actions = List.copyOf(actions);
		context = Collections.unmodifiableMap(new TreeMap<>(context));
		steps = List.copyOf(steps);
	}

}
