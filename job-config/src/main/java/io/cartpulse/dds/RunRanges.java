package io.cartpulse.dds;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The RAW ranges of runs, as their first step fixed them.
 */
final class RunRanges {

	private static final String FIND = SqlFile.read(RunRanges.class, "find-ranges.sql");

	private final NamedParameterJdbcTemplate jdbc;

	RunRanges(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/** The ranges of a run by source and partition; none when nothing is new. */
	List<RawRange> of(LoadContext run) {
		return this.jdbc.query(FIND, Map.of("jobInstanceId", run.jobInstanceId()),
				(row, number) -> new RawRange(row.getLong("source_id"), row.getInt("kafka_partition"),
						row.getLong("from_offset"), row.getLong("to_offset")));
	}

}
