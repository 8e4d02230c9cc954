package io.cartpulse.mart;

import org.flywaydb.core.Flyway;

/**
 * Brings ClickHouse's databases and tables up to date. Its scripts can be repeated, since
 * ClickHouse has no transaction around DDL.
 */
public final class ClickHouseMigrations {

	private final ClickHouseSettings settings;

	public ClickHouseMigrations(ClickHouseSettings settings) {
		this.settings = settings;
	}

	/**
	 * Runs the scripts that this ClickHouse has not seen.
	 * @return how many there were
	 */
	public int migrate() {
		return Flyway.configure()
			.dataSource(this.settings.jdbcUrl(), this.settings.user(), this.settings.password())
			.locations("classpath:sql/migrations/clickhouse")
			.defaultSchema("warehouse")
			.createSchemas(true)
			.load()
			.migrate().migrationsExecuted;
	}

}
