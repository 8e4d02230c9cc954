package io.cartpulse.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

import org.springframework.stereotype.Component;

/**
 * Looks at PostgreSQL and at the state of its migrations.
 */
@Component
class PostgresCheck implements DoctorCheck {

	private static final String SERVER = "PostgreSQL";

	private static final String SCHEMA = "PostgreSQL schema";

	/** The first one with old and new in "returning". */
	private static final int OLDEST_VERSION = 18;

	private final DataSource dataSource;

	PostgresCheck(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public String subject() {
		return SERVER;
	}

	@Override
	public List<Finding> look() {
		List<Finding> findings = new ArrayList<>();
		try (Connection connection = this.dataSource.getConnection()) {
			int version = connection.getMetaData().getDatabaseMajorVersion();
			String product = connection.getMetaData().getDatabaseProductVersion();
			findings.add((version >= OLDEST_VERSION) ? Finding.ok(SERVER, "version " + product) : Finding.fail(SERVER,
					"version " + product + " is too old", "Use PostgreSQL " + OLDEST_VERSION + " or later."));
		}
		catch (SQLException ex) {
			return List.of(Finding.fail(SERVER, "it does not answer",
					"See that it runs, and that cartpulse.postgres.url, .user and .password are right."));
		}
		findings.add(schema());
		return findings;
	}

	private Finding schema() {
		MigrationInfoService migrations = Flyway.configure()
			.dataSource(this.dataSource)
			.locations("classpath:sql/migrations/postgres")
			.load()
			.info();
		List<MigrationInfo> failed = Arrays.stream(migrations.all())
			.filter((migration) -> migration.getState() == MigrationState.FAILED)
			.toList();
		if (!failed.isEmpty()) {
			return Finding.fail(SCHEMA, "migration " + failed.get(0).getVersion() + " failed",
					"Read the log, mend the cause, and start again.");
		}
		int pending = migrations.pending().length;
		if (pending > 0) {
			return Finding.fail(SCHEMA, pending + " migrations are missing",
					"Start the application, or run job init-dwh: ./cartpulse run init-dwh");
		}
		return Finding.ok(SCHEMA, migrations.applied().length + " migrations, all applied");
	}

}
