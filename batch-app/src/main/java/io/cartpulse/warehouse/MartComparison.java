package io.cartpulse.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.warehouse.MartTotals.MartTotal;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.stereotype.Component;

/**
 * Reads how DDS and marts were compared last.
 */
@Component
class MartComparison {

	private static final SearchSql FIND_TOTALS = SearchSql.read(MartComparison.class, "find-mart-totals.sql");

	private static final SearchSql FIND_LAST = SearchSql.read(MartComparison.class, "find-last-comparison.sql");

	private final SearchJdbc search;

	MartComparison(SearchJdbc search) {
		this.search = search;
	}

	MartTotals last(long unpublished) {
		List<MartTotal> totals = this.search.rows(FIND_TOTALS, Map.of(), MartComparison::total);
		Last last = this.search.rows(FIND_LAST, Map.of(), Last::of).stream().findFirst().orElse(Last.NONE);
		boolean balanced = !last.failed && totals.stream().allMatch(MartTotal::balanced);
		return new MartTotals(balanced, last.executionId, last.endedAt, unpublished, totals);
	}

	private static MartTotal total(ResultSet row, int number) throws SQLException {
		return MartTotal.of(row.getString("total"), row.getString("mart"), row.getInt("days"),
				row.getBigDecimal("in_dds"), row.getBigDecimal("in_mart"));
	}

	/**
	 * The last comparison.
	 *
	 * @param executionId the execution that made it
	 * @param failed whether it found a difference, or could not compare
	 * @param endedAt when it ended
	 */
	private record Last(@Nullable Long executionId, boolean failed, @Nullable Instant endedAt) {

		private static final Last NONE = new Last(null, false, null);

		private static Last of(ResultSet row, int number) throws SQLException {
			Timestamp end = row.getTimestamp("end_time");
			return new Last(row.getLong("job_execution_id"),
					BatchStatus.valueOf(row.getString("status")) == BatchStatus.FAILED,
					(end != null) ? end.toLocalDateTime().toInstant(ZoneOffset.UTC) : null);
		}

	}

}
