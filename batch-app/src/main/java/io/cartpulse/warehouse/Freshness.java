package io.cartpulse.warehouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.mart.ClickHouseSettings;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;

import org.springframework.stereotype.Component;

/**
 * Asks the marts how new they are.
 */
@Component
class Freshness {

	private static final String NEWEST_EVENT = SqlFile.read(Freshness.class, "newest-event.sql");

	private final ClickHouseSettings settings;

	Freshness(ClickHouseSettings settings) {
		this.settings = settings;
	}

	/**
	 * When the newest event in the marts happened, if there is any.
	 * @throws ProblemException when ClickHouse does not answer
	 */
	Optional<Instant> newestEvent() {
		Properties login = new Properties();
		login.setProperty("user", this.settings.user());
		login.setProperty("password", this.settings.password());
		login.setProperty("connection_timeout", "3000");
		login.setProperty("socket_timeout", "5000");
		login.setProperty("retry", "0");
		try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + this.settings.url(), login);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(NEWEST_EVENT)) {
			return row.next()
					? Optional.ofNullable(row.getObject("newest", OffsetDateTime.class)).map(OffsetDateTime::toInstant)
					: Optional.empty();
		}
		catch (SQLException ex) {
			throw new ProblemException(ProblemCode.CLICKHOUSE_DOWN,
					"ClickHouse on " + this.settings.url() + " did not answer.");
		}
	}

}
