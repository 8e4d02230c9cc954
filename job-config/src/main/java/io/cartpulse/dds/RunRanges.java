package io.cartpulse.dds;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.source.RecordType;

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

	/**
	 * What a run has yet to read of one type, by source and partition; none when nothing
	 * is new.
	 */
	List<RawRange> of(LoadContext run, RecordType type) {
		return this.jdbc.query(FIND, Map.of("jobInstanceId", run.jobInstanceId(), "recordType", type.wireName()),
				(row, number) -> new RawRange(row.getLong("source_id"), row.getInt("kafka_partition"),
						row.getLong("from_offset"), row.getLong("to_offset")));
	}

}
