package io.cartpulse.execution;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.launch.JobRuns;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.BatchStatus;

/**
 * An execution as Spring Batch's tables have it.
 *
 * @param id its number
 * @param instanceId the number of its instance
 * @param attempts all executions of the instance
 * @param job the job's name
 * @param status where it is
 * @param exitCode how it ended
 * @param failure why it failed, in one line
 * @param createdAt when it was launched
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param parameters all parameters
 * @param context what it remembers
 */
record StoredExecution(long id, long instanceId, List<Long> attempts, String job, BatchStatus status, String exitCode,
		@Nullable String failure, Instant createdAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
		Map<String, String> parameters, Map<String, Object> context) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static StoredExecution of(ResultSet row, int number) throws SQLException {
		return new StoredExecution(row.getLong("job_execution_id"), row.getLong("job_instance_id"),
				attempts(row.getArray("attempts")), row.getString("job_name"),
				BatchStatus.valueOf(row.getString("status")), row.getString("exit_code"),
				FailureLine.of(row.getString("causes"), row.getString("exit_message")),
				known(moment(row, "create_time")), moment(row, "start_time"), moment(row, "end_time"),
				parameters(row.getString("parameters")), ContextJson.read(row.getString("context")));
	}

	boolean isLast() {
		return this.attempts.get(this.attempts.size() - 1) == this.id;
	}

	@Nullable String startedBy() {
		return this.parameters.get(JobRuns.STARTED_BY);
	}

	@Nullable String reason() {
		return this.parameters.get(JobRuns.REASON);
	}

	/** The parameters that say what to do. */
	Map<String, String> ownParameters() {
		return own(this.parameters);
	}

	static Map<String, String> own(Map<String, String> all) {
		Map<String, String> own = new TreeMap<>(all);
		own.keySet().removeAll(List.of(JobRuns.STARTED_BY, JobRuns.REASON, JobRuns.RUN_ID));
		return own;
	}

	static Map<String, String> parameters(String json) {
		Map<String, String> parameters = new TreeMap<>();
		JSON.readTree(json)
			.properties()
			.forEach((entry) -> parameters.put(entry.getKey(), entry.getValue().asString()));
		return parameters;
	}

	/** A moment of a column without zone: Spring Batch writes UTC. */
	static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		Timestamp moment = row.getTimestamp(column);
		return (moment != null) ? moment.toLocalDateTime().toInstant(ZoneOffset.UTC) : null;
	}

	static Instant known(@Nullable Instant moment) {
		return (moment != null) ? moment : Instant.EPOCH;
	}

	/** How long something has run. */
	static @Nullable Double seconds(@Nullable Instant start, @Nullable Instant end, Instant now) {
		if (start == null) {
			return null;
		}
		Duration run = Duration.between(start, (end != null) ? end : now);
		return Math.max(0, run.toMillis()) / 1000.0;
	}

	private static List<Long> attempts(Array array) throws SQLException {
		return Arrays.asList((Long[]) array.getArray());
	}

}
