package io.cartpulse.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.stereotype.Component;

/**
 * Looks at ClickHouse: version, settings and databases.
 */
@Component
class ClickHouseCheck implements DoctorCheck {

	private static final String SERVER = "ClickHouse";

	private static final String STATE = SqlFile.read(ClickHouseCheck.class, "look-at-clickhouse.sql");

	private static final int OLDEST_YEAR = 25;

	private static final long LEAST_MEMORY = 256L << 20;

	private final ClickHouseSettings settings;

	ClickHouseCheck(ClickHouseSettings settings) {
		this.settings = settings;
	}

	@Override
	public String subject() {
		return SERVER;
	}

	@Override
	public List<Finding> look() {
		Properties login = new Properties();
		login.setProperty("user", this.settings.user());
		login.setProperty("password", this.settings.password());
		login.setProperty("connection_timeout", "3000");
		login.setProperty("socket_timeout", "5000");
		login.setProperty("retry", "0");
		try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + this.settings.url(), login);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(STATE)) {
			row.next();
			return List.of(version(row.getString("version")),
					settings(row.getInt("readonly"), row.getLong("max_memory_usage")),
					databases(row.getLong("databases"), row.getLong("marts")));
		}
		catch (SQLException ex) {
			return List.of(Finding.fail(SERVER, "it does not answer on " + this.settings.url(),
					"See that it runs, and that cartpulse.clickhouse.url, .user and .password are right."));
		}
	}

	private static Finding version(String version) {
		int year = Integer.parseInt(version.replaceFirst("\\..*", ""));
		return (year >= OLDEST_YEAR) ? Finding.ok(SERVER, "version " + version) : Finding.fail(SERVER,
				"version " + version + " is too old", "Use ClickHouse " + OLDEST_YEAR + ".1 or later.");
	}

	private static Finding settings(int readOnly, long memory) {
		String name = "ClickHouse settings";
		List<String> wrong = new ArrayList<>();
		if (readOnly != 0) {
			wrong.add("the user may only read (readonly=" + readOnly + ")");
		}
		if (memory > 0 && memory < LEAST_MEMORY) {
			wrong.add("max_memory_usage is " + (memory >> 20) + " MiB");
		}
		return wrong.isEmpty() ? Finding.ok(name, "the user may write; max_memory_usage " + memoryWords(memory))
				: Finding.fail(name, String.join("; ", wrong), "Give the user of cartpulse.clickhouse.user a profile"
						+ " with readonly=0 and at least " + (LEAST_MEMORY >> 20) + " MiB.");
	}

	private static String memoryWords(long memory) {
		return (memory == 0) ? "without bound" : (memory >> 20) + " MiB";
	}

	private static Finding databases(long databases, long marts) {
		String name = "ClickHouse schema";
		return (databases == 2) ? Finding.ok(name, marts + " marts")
				: Finding.fail(name, "databases warehouse and data_mart are not there",
						"Start the application, or run job init-clickhouse: ./cartpulse run init-clickhouse");
	}

}
