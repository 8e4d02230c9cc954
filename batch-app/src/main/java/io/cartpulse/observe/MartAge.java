package io.cartpulse.observe;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.stereotype.Component;

/**
 * Asks ClickHouse whether it is there, and how new its marts are.
 */
@Component
class MartAge {

	private static final String NEWEST_EVENT = SqlFile.read(MartAge.class, "find-newest-event.sql");

	private final ClickHouseSettings clickHouse;

	private final Properties login = new Properties();

	MartAge(ClickHouseSettings clickHouse, ObserveSettings settings) {
		this.clickHouse = clickHouse;
		String patience = String.valueOf(settings.patience().toMillis());
		this.login.setProperty("user", clickHouse.user());
		this.login.setProperty("password", clickHouse.password());
		this.login.setProperty("connection_timeout", patience);
		this.login.setProperty("socket_timeout", patience);
	}

	/**
	 * The version of the server.
	 * @throws EngineDownException when ClickHouse does not answer
	 */
	String version() {
		return ask("select version()", (row) -> row.getString(1));
	}

	/**
	 * When the newest event in the marts happened, if there is any.
	 * @throws EngineDownException when ClickHouse does not answer
	 */
	Optional<Instant> newestEvent() {
		return Optional.of(ask(NEWEST_EVENT, (row) -> row.getLong("newest_us")))
			.filter((micros) -> micros > 0)
			.map((micros) -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
	}

	private <T> T ask(String question, Answer<T> answer) {
		try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + this.clickHouse.url(),
				this.login);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(question)) {
			row.next();
			return answer.read(row);
		}
		catch (SQLException ex) {
			throw new EngineDownException("ClickHouse on " + this.clickHouse.url() + " did not answer", ex);
		}
	}

	/**
	 * What is in a row.
	 */
	private interface Answer<T> {

		T read(ResultSet row) throws SQLException;

	}

}
