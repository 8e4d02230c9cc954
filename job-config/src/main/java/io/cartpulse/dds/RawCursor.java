package io.cartpulse.dds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A statement's RAW rows, streamed through a server-side cursor of a connection of its
 * own: the chunks' transactions end while it is open.
 */
final class RawCursor implements AutoCloseable {

	private static final int ROWS_A_FETCH = 2_000;

	private final RawTable table;

	private final Connection connection;

	private final PreparedStatement statement;

	private final ResultSet rows;

	/**
	 * Opens a cursor.
	 * @param dataSource gives the connection
	 * @param table whose rows are selected
	 * @param select a statement that begins with the table's columns
	 * @param parameters its parameters in order
	 */
	RawCursor(DataSource dataSource, RawTable table, String select, Object... parameters) throws SQLException {
		this.table = table;
		this.connection = dataSource.getConnection();
		try {
			this.connection.setAutoCommit(false);
			this.statement = this.connection.prepareStatement(select);
			this.statement.setFetchSize(ROWS_A_FETCH);
			for (int i = 0; i < parameters.length; i++) {
				this.statement.setObject(i + 1, parameters[i]);
			}
			this.rows = this.statement.executeQuery();
		}
		catch (SQLException ex) {
			this.connection.close();
			throw ex;
		}
	}

	/** The next row, or null at the end. */
	@Nullable RawRow next() throws SQLException {
		return this.rows.next() ? this.table.rowOf(this.rows) : null;
	}

	@Override
	public void close() throws SQLException {
		try (this.connection; this.statement; this.rows) {
			this.connection.rollback();
		}
	}

}
