package io.cartpulse.mart;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cartpulse.testing.JobUnderTest;
import io.cartpulse.testing.PipelineEngines;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The mart stage on real engines, with nothing in DDS and nothing in ClickHouse.
 */
final class MartFixture implements AutoCloseable {

	final PipelineEngines engines = PipelineEngines.start();

	final JdbcTemplate jdbc;

	final DdsRows dds;

	final FaultyClickHouse clickHouse;

	private final ConfigurableApplicationContext context;

	private final JobUnderTest job;

	MartFixture(String... properties) {
		this.engines.emptyTables();
		this.jdbc = this.engines.jdbc();
		this.dds = new DdsRows(this.jdbc);
		emptyClickHouse();
		this.context = this.engines.context("none",
				List.of("io.cartpulse.batch", "io.cartpulse.mart", FaultyClickHouse.Wiring.class.getName()),
				Stream.concat(this.engines.clickHouseProperties().stream(), Stream.of(properties))
					.toArray(String[]::new));
		this.clickHouse = this.context.getBean(FaultyClickHouse.class);
		this.job = new JobUnderTest(this.context, "dds-to-clickhouse");
	}

	JobExecution run() {
		return this.job.run();
	}

	/** Launches, or restarts when the run of that name has failed. */
	JobExecution run(String name, String... parameters) {
		return this.job.run(name, parameters);
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
		this.engines.clickHouseTables().empty();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
