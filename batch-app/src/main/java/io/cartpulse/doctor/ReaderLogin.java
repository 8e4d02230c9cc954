package io.cartpulse.doctor;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

import com.clickhouse.client.api.ServerException;
import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;

/**
 * An account in ClickHouse that reads the marts.
 *
 * @param url where ClickHouse is
 * @param user the account
 * @param password its password
 */
record ReaderLogin(URI url, String user, String password) {

	private static final String MARTS = SqlFile.read(ReaderLogin.class, "look-at-marts.sql");

	/** UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, AUTHENTICATION_FAILED. */
	private static final Set<Integer> UNKNOWN = Set.of(192, 193, 194, 516);

	/** UNKNOWN_TABLE, UNKNOWN_DATABASE. */
	private static final Set<Integer> NO_MARTS = Set.of(60, 81);

	/** ACCESS_DENIED. */
	private static final int DENIED = 497;

	/**
	 * Logs in and reads.
	 * @param name what the finding is about
	 * @param properties prefix of the properties that hold the account
	 */
	Finding look(String name, String properties) {
		Properties login = new Properties();
		login.setProperty("user", this.user);
		login.setProperty("password", this.password);
		login.setProperty("connection_timeout", "3000");
		login.setProperty("socket_timeout", "5000");
		login.setProperty("retry", "0");
		try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + this.url, login);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(MARTS)) {
			row.next();
			return Finding.ok(name, this.user + " can log in and read the marts");
		}
		catch (SQLException ex) {
			return refused(name, properties, code(ex));
		}
	}

	private Finding refused(String name, String properties, int code) {
		if (UNKNOWN.contains(code)) {
			return Finding.fail(name,
					"ClickHouse does not let " + this.user + " in: everything that it should show fails",
					"Set " + properties + ".user and .password to an account that may read data_mart, and make it"
							+ " in ClickHouse if it is not there.");
		}
		if (code == DENIED) {
			return Finding.fail(name, this.user + " may not read the marts",
					"In ClickHouse: grant select, show on data_mart.* to " + this.user);
		}
		return NO_MARTS.contains(code)
				? Finding.warn(name, this.user + " can log in, but there are no marts yet",
						"Mend the ClickHouse schema.")
				: Finding.warn(name, this.user + " could not be tried: ClickHouse does not answer as it should",
						"Mend ClickHouse first, then ask again.");
	}

	/** ClickHouse's own code; 0 where the server did not get as far as answering. */
	private static int code(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ServerException refusal) {
				return refusal.getCode();
			}
		}
		return 0;
	}

}
