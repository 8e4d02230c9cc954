package io.cartpulse.observe;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Asks ClickHouse whether it is there, how new its marts are, and other short questions.
 */
@Component
public class Marts {

	private static final String NEWEST_EVENT = SqlFile.read(Marts.class, "find-newest-event.sql");

	private final ClickHouseSettings clickHouse;

	private final Properties login = new Properties();

	Marts(ClickHouseSettings clickHouse, ObserveSettings settings) {
		this.clickHouse = clickHouse;
		String patience = String.valueOf(settings.patience().toMillis());
		this.login.setProperty("user", clickHouse.user());
		this.login.setProperty("password", clickHouse.password());
		this.login.setProperty("connection_timeout", patience);
		this.login.setProperty("socket_timeout", patience);
		this.login.setProperty("retry", "0");
	}

	/**
	 * The version of the server.
	 * @throws EngineDownException when ClickHouse does not answer
	 */
	String version() {
		return ask("select version()", (row, number) -> row.getString(1));
	}

	/**
	 * When the newest event in the marts happened, if there is any.
	 * @throws EngineDownException when ClickHouse does not answer
	 */
	public Optional<Instant> newestEvent() {
		return Optional.of(ask(NEWEST_EVENT, (row, number) -> row.getLong("newest_us")))
			.filter((micros) -> micros > 0)
			.map((micros) -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
	}

	/**
	 * The rows of a query.
	 * @param question the query
	 * @param parameters its parameters, in their order
	 * @param mapper reads a row
	 * @throws EngineDownException when ClickHouse does not answer
	 */
	public <T> List<T> rows(String question, List<?> parameters, RowMapper<T> mapper) {
		try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(question)) {
			for (int i = 0; i < parameters.size(); i++) {
				statement.setObject(i + 1, parameters.get(i));
			}
			try (ResultSet row = statement.executeQuery()) {
				List<T> rows = new ArrayList<>();
				while (row.next()) {
					rows.add(mapper.mapRow(row, rows.size()));
				}
				return rows;
			}
		}
		catch (SQLException ex) {
			throw new EngineDownException("ClickHouse on " + this.clickHouse.url() + " did not answer", ex);
		}
	}

	private <T> T ask(String question, RowMapper<T> mapper) {
		return rows(question, List.of(), mapper).get(0);
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection("jdbc:clickhouse:" + this.clickHouse.url(), this.login);
	}

}
