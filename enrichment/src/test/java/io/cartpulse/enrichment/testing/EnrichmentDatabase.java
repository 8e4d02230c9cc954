package io.cartpulse.enrichment.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL with migrated tables: started once for the tests of this JVM, on a free
 * port, in a folder that goes away at the end.
 */
public final class EnrichmentDatabase {

	private static @Nullable EnrichmentDatabase running;

	private final Path folder;

	private final EmbeddedEngines engines;

	private final HikariDataSource dataSource;

	private EnrichmentDatabase(Path folder) {
		this.folder = folder;
		this.engines = EmbeddedEngines.start(
				new EmbeddedSettings(folder.resolve("engines"), 0, 0, 0, true, false, false, null, Map.of()),
				(progress) -> {
				});
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(url());
		pool.setUsername(user());
		pool.setPassword(password());
		pool.setMaximumPoolSize(20);
		this.dataSource = new HikariDataSource(pool);
		Flyway.configure().dataSource(this.dataSource).locations("classpath:sql/migrations/postgres").load().migrate();
	}

	public static synchronized EnrichmentDatabase start() {
		if (running == null) {
			EnrichmentDatabase started = new EnrichmentDatabase(temporaryFolder());
			Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
			running = started;
		}
		return running;
	}

	public String url() {
		return this.engines.postgresUrl();
	}

	public String user() {
		return this.engines.credentials().ownerUser();
	}

	public String password() {
		return this.engines.credentials().ownerPassword();
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	public JdbcTemplate jdbc() {
		return new JdbcTemplate(this.dataSource);
	}

	/**
	 * Empties the tables of reference data and its books.
	 */
	public void emptyTables() {
		jdbc().execute("truncate " + String.join(", ",
				List.of("dds.exchange_rates", "dds.places", "dds.weather", "etl.latest_rates", "etl.missing_rates",
						"etl.enrichment_budgets", "etl.enrichment_pending", "etl.enrichment_failures")));
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("cartpulse-enrichment-tests");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void stop() {
		this.dataSource.close();
		this.engines.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
