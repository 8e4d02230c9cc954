package io.cartpulse.mart;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cartpulse.testing.PipelineEngines;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The mart stage on real engines, with nothing in DDS and nothing in ClickHouse.
 */
final class MartFixture implements AutoCloseable {

	final JdbcTemplate jdbc;

	final DdsRows dds;

	final FaultyClickHouse clickHouse;

	private final ConfigurableApplicationContext context;

	private static boolean migrated;

	/** Runs of other tests are no runs of this one. */
	private final String test = UUID.randomUUID().toString();

	MartFixture(String... properties) {
		PipelineEngines engines = PipelineEngines.start();
		engines.emptyTables();
		this.jdbc = engines.jdbc();
		this.dds = new DdsRows(this.jdbc);
		String[] all = Stream
			.concat(Stream.of("cartpulse.clickhouse.url=" + engines.clickHouseUrl(),
					"cartpulse.clickhouse.user=cartpulse",
					"cartpulse.clickhouse.password=" + engines.clickHousePassword()), Stream.of(properties))
			.toArray(String[]::new);
		this.context = engines.context("none",
				List.of("io.cartpulse.batch", "io.cartpulse.mart", FaultyClickHouse.Wiring.class.getName()), all);
		this.clickHouse = this.context.getBean(FaultyClickHouse.class);
		emptyClickHouse();
	}

	JobExecution run() {
		return run(UUID.randomUUID().toString());
	}

	/** Launches, or restarts when the run of that name has failed. */
	JobExecution run(String name, String... parameters) {
		JobParametersBuilder builder = new JobParametersBuilder().addString("run", this.test + name);
		for (String parameter : parameters) {
			builder.addString(parameter.split("=")[0], parameter.split("=")[1]);
		}
		try {
			return this.context.getBean(JobOperator.class)
				.start(this.context.getBean("dds-to-clickhouse", Job.class), builder.toJobParameters());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The rows of a query, each as ClickHouse writes a tuple. */
	List<String> rows(String sql) {
		return this.clickHouse.query("select toString(tuple(*)) as row from (" + sql + ")", Map.of())
			.stream()
			.map((row) -> row.getString("row"))
			.toList();
	}

	List<String> mart(Mart mart) {
		return rows("select * from data_mart." + mart.table() + " order by all");
	}

	/** The build of each mart. */
	Map<String, Long> builds() {
		return this.clickHouse.query("select mart, build_id from data_mart.builds", Map.of())
			.stream()
			.collect(Collectors.toMap((row) -> row.getString("mart"), (row) -> row.getLong("build_id")));
	}

	/** Rows as the marts read them. */
	long count(String fact) {
		return this.clickHouse.query("select count() as n from warehouse." + fact + " final", Map.of())
			.get(0)
			.getLong("n");
	}

	static long written(JobExecution execution, String step) {
		return execution.getStepExecutions()
			.stream()
			.filter((candidate) -> candidate.getStepName().equals(step))
			.mapToLong(StepExecution::getWriteCount)
			.sum();
	}

	static String failure(JobExecution execution) {
		return execution.getAllFailureExceptions().stream().map(Throwable::toString).collect(Collectors.joining());
	}

	void emptyClickHouse() {
		if (!migrated) {
			this.context.getBean(ClickHouseMigrations.class).migrate();
			migrated = true;
		}
		for (String table : tables(Databases.ASIDE)) {
			this.clickHouse.execute("drop table aside." + table + " sync");
		}
		for (String table : tables(Databases.DATA_MART)) {
			this.clickHouse.execute("truncate table data_mart." + table);
			this.clickHouse.execute("alter table data_mart." + table + " modify comment ''");
		}
		for (String table : tables(Databases.WAREHOUSE)) {
			this.clickHouse.execute("truncate table warehouse." + table);
		}
	}

	private List<String> tables(String database) {
		return this.clickHouse
			.query("select name from system.tables where database = '" + database
					+ "' and engine like '%MergeTree' and name not like 'flyway%'", Map.of())
			.stream()
			.map((row) -> row.getString("name"))
			.toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
