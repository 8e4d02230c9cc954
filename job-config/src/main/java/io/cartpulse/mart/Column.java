package io.cartpulse.mart;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A column of a fact: of the same name in the page that is read and in the table that is
 * written.
 *
 * @param name the column's name
 * @param type the way of its values
 * @param nullable whether ClickHouse has a {@code Nullable} there
 */
record Column(String name, ColumnType type, boolean nullable) {

	static Column of(String name, ColumnType type) {
		return new Column(name, type, false);
	}

	static Column orNull(String name, ColumnType type) {
		return new Column(name, type, true);
	}

	void copy(ResultSet page, int index, RowBinary out) throws SQLException {
		this.type.copy(page, index, this.nullable, out);
	}

}
