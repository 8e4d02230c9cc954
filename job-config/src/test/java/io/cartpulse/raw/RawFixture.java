package io.cartpulse.raw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cartpulse.testing.PipelineEngines;
import io.cartpulse.testing.TestTopic;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A topic, and the RAW stage that reads it.
 */
final class RawFixture implements AutoCloseable {

	static final List<String> TABLES = List.of("user_profiles", "user_devices", "user_locations", "events", "orders",
			"order_items", "order_status_events", "campaign_events");

	final PipelineEngines engines = PipelineEngines.start();

	final JdbcTemplate jdbc = this.engines.jdbc();

	final TestTopic topic;

	final ConfigurableApplicationContext context;

	RawFixture(int partitions, String... properties) {
		this.topic = TestTopic.create(this.engines, partitions);
		this.context = this.engines.context(this.topic.name(), List.of("io.cartpulse.batch", "io.cartpulse.raw"),
				properties);
	}

	JobExecution run() {
		return run(UUID.randomUUID().toString());
	}

	/**
	 * Runs the job; the same name again restarts a failed run.
	 */
	JobExecution run(String name) {
		JobParameters parameters = new JobParametersBuilder().addString("run", name).toJobParameters();
		try {
			return this.context.getBean(JobOperator.class)
				.start(this.context.getBean("kafka-to-raw", Job.class), parameters);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Rows of this topic (of all its sources) by table, tables without any left out.
	 */
	Map<String, Long> rows() {
		Map<String, Long> rows = new HashMap<>();
		TABLES.forEach((table) -> rows.put(table, count("raw." + table)));
		rows.put("dead_letters", count("raw.dead_letters"));
		rows.values().removeIf((count) -> count == 0);
		return rows;
	}

	long passed() {
		return number("select coalesce(sum(next_offset), 0) from etl.offsets join etl.sources using (source_id)"
				+ " where topic = ?");
	}

	long gaps(String kind) {
		return number("select coalesce(sum(to_offset - from_offset), 0) from etl.offset_gaps"
				+ " join etl.sources using (source_id) where topic = ? and kind = '" + kind + "'");
	}

	/**
	 * Rows, dead letters and gaps of the topic: what the offsets passed must come to.
	 */
	long accountedFor() {
		return rows().values().stream().mapToLong(Long::longValue).sum() + gaps("no_record") + gaps("retention");
	}

	private long count(String table) {
		return number("select count(*) from " + table + " join etl.sources using (source_id) where topic = ?");
	}

	private long number(String sql) {
		Long number = this.jdbc.queryForObject(sql, Long.class, this.topic.name());
		return (number != null) ? number : 0;
	}

	@Override
	public void close() {
		this.context.close();
		this.topic.close();
	}

}
