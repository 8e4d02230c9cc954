package io.cartpulse.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * A step execution, or a partition of one, as Spring Batch's tables have it.
 *
 * @param id its number
 * @param name the step's name
 * @param partition the partition's; nothing for the step itself
 * @param status where it is
 * @param exitCode how it ended
 * @param exitMessage its failure, cut
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param read rows read
 * @param written rows written
 * @param filtered rows dropped
 * @param quarantined rows set aside
 * @param commits transactions committed
 * @param rollbacks transactions rolled back
 * @param context what it remembers
 */
record StoredStep(long id, String name, @Nullable String partition, BatchStatus status, String exitCode,
		@Nullable String exitMessage, @Nullable Instant startedAt, @Nullable Instant endedAt, long read, long written,
		long filtered, long quarantined, long commits, long rollbacks, Map<String, Object> context) {

	/** Stands in the name between a step and its partition. */
	private static final char PARTITION = ':';

	static StoredStep of(ResultSet row, int number) throws SQLException {
		String name = row.getString("step_name");
		int colon = name.indexOf(PARTITION);
		return new StoredStep(row.getLong("step_execution_id"), (colon < 0) ? name : name.substring(0, colon),
				(colon < 0) ? null : name.substring(colon + 1), BatchStatus.valueOf(row.getString("status")),
				row.getString("exit_code"), row.getString("exit_message"), StoredExecution.moment(row, "start_time"),
				StoredExecution.moment(row, "end_time"), row.getLong("read_count"), row.getLong("write_count"),
				row.getLong("filter_count"), row.getLong("process_skip_count"), row.getLong("commit_count"),
				row.getLong("rollback_count"), ContextJson.read(row.getString("context")));
	}

	boolean isCompleted() {
		return this.status == BatchStatus.COMPLETED;
	}

	/** How long it has run. */
	double seconds(Instant now) {
		Double seconds = StoredExecution.seconds(this.startedAt, this.endedAt, now);
		return (seconds != null) ? seconds : 0;
	}

}
