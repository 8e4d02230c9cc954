package io.cartpulse.mart;

import java.util.List;
import java.util.Map;

import com.clickhouse.client.api.query.GenericRecord;
import io.cartpulse.batch.SqlFile;

/**
 * Tables that are built aside and then exchanged with the ones in use. Each is stamped
 * with what it was built for, and the stamp goes where the table goes: so a restart after
 * a crash between two exchanges knows which are done.
 */
final class AsideTables {

	private static final String FIND_STAMP = SqlFile.read(AsideTables.class, "find-stamp.sql");

	private final ClickHouse clickHouse;

	AsideTables(ClickHouse clickHouse) {
		this.clickHouse = clickHouse;
	}

	/** Makes an empty table aside, like the one in use. */
	void make(String database, String table, String stamp) {
		drop(table);
		this.clickHouse.execute("create table " + Databases.ASIDE + "." + table + " as " + database + "." + table
				+ " comment '" + stamp + "'");
	}

	/** Puts the table built aside in the place of the one in use, unless it is there. */
	void swap(String database, String table, String stamp) {
		if (!stamp.equals(stampOf(database, table))) {
			if (!stamp.equals(stampOf(Databases.ASIDE, table))) {
				throw new IllegalStateException("the table built aside for " + database + "." + table + " is gone ("
						+ stamp + "); launch a new run");
			}
			this.clickHouse
				.execute("exchange tables " + Databases.ASIDE + "." + table + " and " + database + "." + table);
		}
		drop(table);
	}

	/** What the table was built for; empty when nobody built it yet. */
	String stampOf(String database, String table) {
		List<GenericRecord> found = this.clickHouse.query(FIND_STAMP, Map.of("database", database, "table", table));
		return found.isEmpty() ? "" : found.get(0).getString("comment");
	}

	private void drop(String table) {
		this.clickHouse.execute("drop table if exists " + Databases.ASIDE + "." + table + " sync");
	}

}
