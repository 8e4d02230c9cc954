package io.cartpulse.warehouse;

import java.util.Map;

import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;

import org.springframework.stereotype.Component;

/**
 * Counts what waits in PostgreSQL.
 */
@Component
class Backlog {

	private static final SearchSql COUNT_UNREAD = SearchSql.read(Backlog.class, "count-unread-rows.sql");

	private static final SearchSql COUNT_UNPUBLISHED = SearchSql.read(Backlog.class, "count-unpublished-records.sql");

	private static final SearchSql COUNT_OPEN = SearchSql.read(Backlog.class, "count-open-quarantine.sql");

	private final SearchJdbc search;

	Backlog(SearchJdbc search) {
		this.search = search;
	}

	/** RAW rows that raw-to-dds has not read. */
	long unreadRows() {
		return count(COUNT_UNREAD);
	}

	/** Accepted records that the marts do not have. */
	long unpublishedRecords() {
		return count(COUNT_UNPUBLISHED);
	}

	/** Records in quarantine. */
	long openQuarantine() {
		return count(COUNT_OPEN);
	}

	private long count(SearchSql sql) {
		return this.search.rows(sql, Map.of(), (row, number) -> row.getLong(1)).get(0);
	}

}
