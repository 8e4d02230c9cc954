package io.cartpulse.dds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import io.cartpulse.testing.DdsContents;
import io.cartpulse.testing.JobUnderTest;
import io.cartpulse.testing.PipelineEngines;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The DDS stage on a real PostgreSQL, with nothing in RAW and nothing in DDS.
 */
final class DdsFixture implements AutoCloseable {

	/** Ids of {@code StoreMessage.key}, as PostgreSQL writes them. */
	private static final String KEY = "0{8}-0{4}-0{4}-0{4}-0*(\\d+)";

	final JdbcTemplate jdbc;

	final RawRows raw;

	final DdsContents contents;

	final ConfigurableApplicationContext context;

	private final PipelineEngines engines = PipelineEngines.start();

	private final SingleConnectionDataSource connection;

	private JobUnderTest job;

	DdsFixture(String... properties) {
		this.connection = connection(this.engines);
		this.jdbc = new JdbcTemplate(this.connection);
		// wherever the tests run
		this.jdbc.execute("set time zone 'UTC'");
		this.raw = new RawRows(this.jdbc);
		this.contents = new DdsContents(this.jdbc);
		this.context = context(properties);
		this.job = new JobUnderTest(this.context, "raw-to-dds");
		empty();
	}

	/**
	 * Begins anew: no rows, and no run that another one of the same name would restart.
	 */
	void empty() {
		this.engines.emptyTables();
		this.raw.begin();
		this.job = new JobUnderTest(this.context, "raw-to-dds");
	}

	JobExecution run() {
		return this.job.run();
	}

	/** Launches, or restarts when the run of that name has failed. */
	JobExecution run(String name, String... parameters) {
		return this.job.run(name, parameters);
	}

	/** Tries the quarantine again. */
	JobExecution retry(String... parameters) {
		return new JobUnderTest(this.context, "retry-quarantine").run("retry", parameters);
	}

	/** Runs in an application with other settings. */
	JobExecution runWith(String property, String... parameters) {
		try (ConfigurableApplicationContext other = context(property)) {
			return new JobUnderTest(other, "raw-to-dds").run("other", parameters);
		}
	}

	/** Runs while a DDS table refuses the rows that do not meet a condition. */
	JobExecution failing(String table, String condition, Supplier<JobExecution> run) {
		this.jdbc.execute("alter table dds." + table + " add constraint boom check (" + condition + ") not valid");
		try {
			return run.get();
		}
		finally {
			this.jdbc.execute("alter table dds." + table + " drop constraint boom");
		}
	}

	/** A transaction of somebody else. */
	Connection transaction() throws SQLException {
		Connection connection = this.engines.dataSource().getConnection();
		connection.setAutoCommit(false);
		return connection;
	}

	/** Waits until a condition holds, at most half a minute. */
	void await(String condition) {
		long end = System.nanoTime() + 30_000_000_000L;
		while (!Boolean.TRUE.equals(this.jdbc.queryForObject(condition, Boolean.class))) {
			assertThat(System.nanoTime()).as(condition).isLessThan(end);
			Thread.onSpinWait();
		}
	}

	/**
	 * The rows of a query in the order of their text, each as PostgreSQL writes a row;
	 * the key with a number is #number.
	 */
	List<String> rows(String sql) {
		return this.jdbc.queryForList("select found::text from (" + sql + ") as found", String.class)
			.stream()
			.map((row) -> row.replaceAll(KEY, "#$1"))
			.sorted()
			.toList();
	}

	/** How the RAW rows of all runs ended, by type and Kafka day. */
	List<String> ledger() {
		return rows("""
				select record_type, kafka_date, outcome, sum(records)
				from etl.reconciliation group by record_type, kafka_date, outcome""");
	}

	/** How the RAW rows of a run ended, by type and Kafka day. */
	List<String> ledger(JobExecution execution) {
		return rows("select record_type, kafka_date, outcome, records from etl.reconciliation where job_instance_id = "
				+ execution.getJobInstance().getId());
	}

	long count(String table) {
		Long count = this.jdbc.queryForObject("select count(*) from " + table, Long.class);
		return (count != null) ? count : 0;
	}

	private ConfigurableApplicationContext context(String... properties) {
		return this.engines.context("none", List.of("io.cartpulse.batch", "io.cartpulse.dds"), properties);
	}

	private static SingleConnectionDataSource connection(PipelineEngines engines) {
		try {
			return new SingleConnectionDataSource(engines.dataSource().getConnection(), true);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.connection.destroy();
	}

}
