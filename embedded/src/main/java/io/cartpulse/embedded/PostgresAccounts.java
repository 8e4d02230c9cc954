package io.cartpulse.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * The roles of the embedded PostgreSQL: an owner of the database and a reader.
 */
final class PostgresAccounts {

	private static final String INVALID_PASSWORD = "28P01";

	private final int port;

	private final String superuserPassword;

	PostgresAccounts(int port, String superuserPassword) {
		this.port = port;
		this.superuserPassword = superuserPassword;
	}

	Connection connect(String database) throws SQLException {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setServerNames(new String[] { EnginePort.HOST });
		source.setPortNumbers(new int[] { this.port });
		source.setDatabaseName(database);
		source.setUser("postgres");
		source.setPassword(this.superuserPassword);
		return source.getConnection();
	}

	boolean superuserMayEnter() throws SQLException {
		try (Connection connection = connect("postgres")) {
			return connection.isValid(10);
		}
		catch (SQLException ex) {
			if (INVALID_PASSWORD.equals(ex.getSQLState())) {
				return false;
			}
			throw ex;
		}
	}

	void create(Connection connection, String database, Credentials credentials) throws SQLException {
		login(connection, credentials.ownerUser(), credentials.ownerPassword());
		login(connection, credentials.analystUser(), credentials.analystPassword());
		run(connection, "alter role %I set default_transaction_read_only = on", credentials.analystUser());
		if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
			run(connection, "create database %I owner %I", database, credentials.ownerUser());
		}
		run(connection, "revoke all on database %I from public", database);
		run(connection, "revoke connect on database postgres from public");
		run(connection, "revoke connect on database template1 from public");
		run(connection, "grant connect on database %I to %I", database, credentials.analystUser());
	}

	void restrict(Connection connection) throws SQLException {
		run(connection, "revoke create on schema public from public");
	}

	private void login(Connection connection, String role, String password) throws SQLException {
		if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
			run(connection, "create role %I", role);
		}
		run(connection, "alter role %I login nosuperuser nocreatedb nocreaterole noreplication password %L", role,
				password);
	}

	private static boolean exists(Connection connection, String query, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
	}

	// DDL takes no parameters: the server's own format() quotes names (%I) and texts (%L)
	private static void run(Connection connection, String ddl, String... values) throws SQLException {
		StringBuilder query = new StringBuilder("select format(?");
		query.append(", ?".repeat(values.length)).append(')');
		try (PreparedStatement format = connection.prepareStatement(query.toString());
				Statement statement = connection.createStatement()) {
			format.setString(1, ddl);
			for (int i = 0; i < values.length; i++) {
				format.setString(i + 2, values[i]);
			}
			try (ResultSet rows = format.executeQuery()) {
				rows.next();
				statement.execute(rows.getString(1));
			}
		}
	}

}
