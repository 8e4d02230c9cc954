package io.cartpulse.mart;

import java.util.Map;
import java.util.stream.Collectors;

import io.cartpulse.batch.SqlFile;

/**
 * Tables that are built aside and then exchanged with the ones in use. Each is stamped
 * with what it was built for, and the stamp goes where the table goes: so a restart after
 * a crash between two exchanges knows which are done.
 */
final class AsideTables {

	private static final String FIND_STAMPS = SqlFile.read(AsideTables.class, "find-stamps.sql");

	private final ClickHouse clickHouse;

	AsideTables(ClickHouse clickHouse) {
		this.clickHouse = clickHouse;
	}

	/** Makes an empty table aside, like the one in use. */
	void make(String database, String table, String stamp) {
		this.clickHouse.execute("create or replace table " + Databases.ASIDE + "." + table + " as " + database + "."
				+ table + " comment '" + stamp + "'");
	}

	/**
	 * Puts tables built aside in the place of those in use, one at a time; those that are
	 * there already stay.
	 * @param database where they are used
	 * @param stamps what they were built for, by table
	 */
	void swap(String database, Map<String, String> stamps) {
		Map<String, String> inUse = stampsOf(database);
		Map<String, String> built = stampsOf(Databases.ASIDE);
		stamps.forEach((table, stamp) -> {
			if (!stamp.equals(inUse.get(table))) {
				if (!stamp.equals(built.get(table))) {
					throw new IllegalStateException("the table built aside for " + database + "." + table + " is gone ("
							+ stamp + "); launch a new run");
				}
				this.clickHouse
					.execute("exchange tables " + Databases.ASIDE + "." + table + " and " + database + "." + table);
			}
			if (built.containsKey(table)) {
				this.clickHouse.execute("drop table " + Databases.ASIDE + "." + table + " sync");
			}
		});
	}

	/**
	 * What the tables of a database were built for; empty for one that nobody built yet.
	 */
	Map<String, String> stampsOf(String database) {
		return this.clickHouse.query(FIND_STAMPS, Map.of("database", database))
			.stream()
			.collect(Collectors.toMap((row) -> row.getString("name"), (row) -> row.getString("comment")));
	}

}
