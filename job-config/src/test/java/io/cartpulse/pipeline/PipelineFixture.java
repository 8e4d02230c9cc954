package io.cartpulse.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cartpulse.enrichment.lookup.EnrichmentConfiguration;
import io.cartpulse.testing.ClickHouseTables;
import io.cartpulse.testing.DdsContents;
import io.cartpulse.testing.JobUnderTest;
import io.cartpulse.testing.PipelineEngines;
import io.cartpulse.testing.RawCounts;
import io.cartpulse.testing.TestTopic;
import tools.jackson.databind.JsonNode;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All stages on all engines: a topic of its own, and nothing in the tables.
 */
final class PipelineFixture implements AutoCloseable {

	/** The key of each mart's rows. */
	private static final Map<String, String> KEYS = Map.of("daily_business_summary", "event_date",
			"product_performance", "product_id, event_date", "category_performance", "category_name, event_date",
			"user_engagement", "user_id", "active_users_7d", "event_date", "session_analytics", "session_id",
			"campaign_performance", "campaign_id", "geo_analysis", "country, city, event_date", "device_analysis",
			"device_type, os, browser, event_date");

	final TestTopic topic;

	final JdbcTemplate jdbc;

	final RawCounts raw;

	final DdsContents dds;

	private final PipelineEngines engines = PipelineEngines.start();

	private final ClickHouseTables clickHouse = this.engines.clickHouseTables();

	private final ConfigurableApplicationContext context;

	private final JobUnderTest job;

	private final JobUnderTest refresh;

	PipelineFixture(int partitions, String... properties) {
		this.engines.emptyTables();
		this.clickHouse.empty();
		this.topic = TestTopic.create(this.engines, partitions);
		this.jdbc = this.engines.jdbc();
		this.raw = new RawCounts(this.jdbc, this.topic.name());
		this.dds = new DdsContents(this.jdbc);
		this.context = this.engines.context(this.topic.name(),
				List.of("io.cartpulse.batch", "io.cartpulse.raw", "io.cartpulse.dds", "io.cartpulse.mart",
						"io.cartpulse.pipeline", "io.cartpulse.reference", EnrichmentConfiguration.class.getName()),
				Stream.concat(this.engines.clickHouseProperties().stream(), Stream.of(properties))
					.toArray(String[]::new));
		this.job = new JobUnderTest(this.context, "pipeline");
		this.refresh = new JobUnderTest(this.context, "refresh-reference-data");
	}

	/**
	 * Launches the pipeline, or restarts it when the run of that name has failed; always
	 * as of the same day.
	 */
	JobExecution launch(String name, String... parameters) {
		return this.job.run(name,
				Stream.concat(Stream.of("asOf=2025-06-02"), Stream.of(parameters)).toArray(String[]::new));
	}

	/** Runs the pipeline anew, to its end. */
	JobExecution run() {
		return run(UUID.randomUUID().toString());
	}

	/** Runs the pipeline to its end. */
	JobExecution run(String name) {
		JobExecution execution = launch(name);
		assertThat(execution.getStatus()).as(() -> String.join("\n", JobUnderTest.failures(execution)))
			.isEqualTo(BatchStatus.COMPLETED);
		return execution;
	}

	/** Asks for reference data. */
	JobExecution refresh() {
		return this.refresh.run();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Counts by the names that a query gives them. */
	Map<String, Long> counts(String sql) {
		Map<String, Long> counts = new TreeMap<>();
		this.jdbc.query(sql, (row) -> {
			counts.put(row.getString(1), row.getLong(2));
		});
		return counts;
	}

	Map<String, Long> deadLetters() {
		return counts("select reason, count(*) from raw.dead_letters group by reason");
	}

	Map<String, Long> quarantined() {
		return counts("""
				select concat_ws('|', record_type, reason, field), count(*)
				from dds.quarantine
				where reason <> 'ORPHAN'
				group by record_type, reason, field""");
	}

	Map<String, Long> orphans() {
		return counts("""
				select record_type, count(*)
				from dds.quarantine
				where reason = 'ORPHAN' and state = 'open'
				group by record_type""");
	}

	Map<String, Long> ddsRows() {
		return this.dds.everything()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (table) -> (long) table.getValue().size()));
	}

	/** The rows of a mart by key, its moments as seconds since 1970. */
	Map<String, JsonNode> mart(String name) {
		String moments = name.equals("session_analytics") ? """
				replace (
				    toUnixTimestamp64Micro(start_time) / 1000000 as start_time,
				    toUnixTimestamp64Micro(end_time) / 1000000 as end_time
				)""" : "";
		Map<String, JsonNode> rows = new TreeMap<>();
		for (JsonNode row : this.clickHouse.rows("select * " + moments + " from data_mart." + name)) {
			String key = Arrays.stream(KEYS.get(name).split(", "))
				.map((column) -> row.get(column).asString())
				.collect(Collectors.joining("|"));
			assertThat(rows.put(key, row)).as("%s has %s twice", name, key).isNull();
		}
		return rows;
	}

	Map<String, Map<String, JsonNode>> marts() {
		return KEYS.keySet().stream().collect(Collectors.toMap((name) -> name, this::mart));
	}

	/** Which build each mart is of. */
	List<JsonNode> builds() {
		return this.clickHouse.rows("select mart, build_id from data_mart.builds where mart != 'data_quality_daily'");
	}

	/** The rows of a query in ClickHouse. */
	List<JsonNode> clickHouseRows(String sql) {
		return this.clickHouse.rows(sql);
	}

	@Override
	public void close() {
		this.context.close();
		this.topic.close();
	}

}
