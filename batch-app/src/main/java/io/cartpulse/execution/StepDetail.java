package io.cartpulse.execution;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.report.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * A step of an execution, or one partition of it.
 *
 * @param id the number of the step execution
 * @param name the step's name
 * @param stage the stage that it belongs to
 * @param partition which part of the step's work it is; nothing for the step itself
 * @param status where it is
 * @param exitCode how it ended, in Spring Batch's words
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param durationSeconds how long it has run
 * @param read rows read
 * @param written rows written
 * @param filtered rows that were read and lead to nothing
 * @param quarantined rows that were set aside: records in quarantine, dead letters
 * @param commits transactions that were committed
 * @param rollbacks transactions that were not
 * @param rowsPerSecond rows read a second
 * @param total how many rows there are to read; nothing while that is not known
 * @param progress how much of it is done, from 0 to 1; nothing while that is not known
 * @param etaSeconds how long it will take, at its pace so far
 * @param failure why it failed, in one line
 * @param context what it remembers for a restart
 * @param partitions the parts of its work, where it has some
 */
public record StepDetail(long id, String name, @Nullable Stage stage, @Nullable String partition, BatchStatus status,
		String exitCode, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Double durationSeconds,
		long read, long written, long filtered, long quarantined, long commits, long rollbacks,
		@Nullable Double rowsPerSecond, @Nullable Long total, @Nullable Double progress, @Nullable Double etaSeconds,
		@Nullable String failure, Map<String, Object> context, List<StepDetail> partitions) {

	public StepDetail {
		context = Collections.unmodifiableMap(new TreeMap<>(context));
		partitions = List.copyOf(partitions);
	}

}
