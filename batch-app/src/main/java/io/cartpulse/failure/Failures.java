package io.cartpulse.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The failures of executions, in batch.failure.
 */
@Component
public class Failures {

	private static final String NOTE = SqlFile.read(Failures.class, "note-failure.sql");

	private static final String FIND = SqlFile.read(Failures.class, "find-failures.sql");

	private static final String FIND_SHORT = SqlFile.read(Failures.class, "find-short-failures.sql");

	private static final int LONGEST_TRACE = 1 << 18;

	private final NamedParameterJdbcTemplate jdbc;

	private final JsonMapper json = JsonMapper.shared();

	Failures(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/** Keeps all that made an execution fail. */
	void note(JobExecution execution) {
		Set<Throwable> noted = Collections.newSetFromMap(new IdentityHashMap<>());
		for (StepExecution step : execution.getStepExecutions()) {
			step.getFailureExceptions()
				.stream()
				.filter(noted::add)
				.forEach((failure) -> note(execution.getId(), step.getStepName(), failure));
		}
		execution.getFailureExceptions()
			.stream()
			.filter(noted::add)
			.forEach((failure) -> note(execution.getId(), null, failure));
	}

	private void note(long executionId, @Nullable String step, Throwable failure) {
		this.jdbc.update(NOTE,
				new MapSqlParameterSource("executionId", executionId).addValue("step", step, Types.VARCHAR)
					.addValue("causes", this.json.writeValueAsString(Cause.chainOf(failure)))
					.addValue("trace", trace(failure)));
	}

	private static String trace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text, true));
		// PostgreSQL stores no U+0000
		String trace = text.toString().replace("\0", "");
		return (trace.length() <= LONGEST_TRACE) ? trace : trace.substring(0, LONGEST_TRACE) + "\n…";
	}

	/**
	 * Why an execution failed, what came first first; empty when it did not.
	 */
	public List<Failure> of(long executionId) {
		Map<String, Long> execution = Map.of("executionId", executionId);
		List<Failure> kept = this.jdbc.query(FIND, execution, this::failure);
		return kept.isEmpty() ? this.jdbc.query(FIND_SHORT, execution, Failures::shortFailure) : kept;
	}

	private Failure failure(ResultSet row, int number) throws SQLException {
		List<Cause> causes = Arrays.asList(this.json.readValue(row.getString("causes"), Cause[].class));
		return new Failure(row.getString("step_name"), row.getObject("noted_at", OffsetDateTime.class).toInstant(),
				causes, row.getString("trace"), true);
	}

	private static Failure shortFailure(ResultSet row, int number) throws SQLException {
		String message = row.getString("exit_message");
		return new Failure(row.getString("step_name"),
				row.getTimestamp("noted_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
				List.of(new Cause("", message.lines().findFirst().orElse(""))), message, false);
	}

}
