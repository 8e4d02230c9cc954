package io.cartpulse.alert.bot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Short lists of executions.
 */
@Component
class RunList {

	private static final String FIND_LAST = SqlFile.read(RunList.class, "find-last-runs.sql");

	private static final String FIND_FAILED = SqlFile.read(RunList.class, "find-failed.sql");

	private final NamedParameterJdbcTemplate jdbc;

	RunList(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/** The last run of each job that ever ran. */
	List<Line> last() {
		String[] jobs = Arrays.stream(KnownJob.values()).map(KnownJob::jobName).toArray(String[]::new);
		return this.jdbc.query(FIND_LAST, Map.of("jobs", jobs), RunList::line);
	}

	/** The latest executions that wait to be restarted. */
	List<Line> failed() {
		return this.jdbc.query(FIND_FAILED, RunList::line);
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		Timestamp end = row.getTimestamp("end_time");
		return new Line(row.getLong("job_execution_id"), row.getString("job_name"), row.getString("status"),
				(end != null) ? end.toLocalDateTime().toInstant(ZoneOffset.UTC) : null);
	}

	/**
	 * An execution.
	 *
	 * @param id its number
	 * @param job its job
	 * @param status where it is
	 * @param endedAt when it ended
	 */
	record Line(long id, String job, String status, @Nullable Instant endedAt) {

	}

}
