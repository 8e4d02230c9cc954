package io.cartpulse.report;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.stereotype.Component;

/**
 * Asks the marts.
 */
@Component
class ClickHouseFigures {

	private static final String REVENUE_BY_DAY = SqlFile.read(ClickHouseFigures.class, "revenue-by-day.sql");

	private static final String TOTALS = SqlFile.read(ClickHouseFigures.class, "store-totals.sql");

	private static final String MART_ROWS = SqlFile.read(ClickHouseFigures.class, "mart-rows.sql");

	private final ClickHouseSettings settings;

	ClickHouseFigures(ClickHouseSettings settings) {
		this.settings = settings;
	}

	StoreFigures look() {
		Properties login = new Properties();
		login.setProperty("user", this.settings.user());
		login.setProperty("password", this.settings.password());
		try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + this.settings.url(), login);
				Statement statement = connection.createStatement()) {
			List<StoreFigures.Day> days = days(statement);
			Map<String, Long> martRows = martRows(statement);
			try (ResultSet totals = statement.executeQuery(TOTALS)) {
				totals.next();
				return new StoreFigures(days, totals.getLong("orders"), totals.getLong("successful_orders"),
						totals.getLong("sessions"), totals.getLong("users"), martRows);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the marts could not be read: " + ex.getMessage(), ex);
		}
	}

	private static List<StoreFigures.Day> days(Statement statement) throws SQLException {
		List<StoreFigures.Day> days = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(REVENUE_BY_DAY)) {
			while (rows.next()) {
				days.add(new StoreFigures.Day(rows.getDate("event_date").toLocalDate(),
						rows.getBigDecimal("total_revenue")));
			}
		}
		return days;
	}

	private static Map<String, Long> martRows(Statement statement) throws SQLException {
		Map<String, Long> martRows = new TreeMap<>();
		try (ResultSet rows = statement.executeQuery(MART_ROWS)) {
			while (rows.next()) {
				martRows.put(rows.getString("mart"), rows.getLong("mart_rows"));
			}
		}
		return martRows;
	}

}
