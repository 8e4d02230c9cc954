package io.cartpulse.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of lists: nothing is left out and nothing comes twice, whatever is added
 * meanwhile.
 */
class PagingIntegrationTests {

	private static final int ROWS = 25;

	private final RunningApi api = RunningApi.shared();

	private final ApiClient viewer = this.api.as("viewer");

	private final JdbcTemplate jdbc = this.api.jdbc();

	@BeforeEach
	void storeRows() {
		this.jdbc.update("delete from dds.quarantine");
		this.jdbc.update("delete from raw.dead_letters");
		this.jdbc.update("delete from etl.audit where actor = 'pager'");
		addExecutions(ROWS);
		// all of one moment: the rest of the key has to tell them apart
		this.jdbc.update(
				"""
						insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
						    field, message, payload, load_id)
						select 1, 0, number, now(), 'order', 'ORPHAN', '', '<script>alert(1)</script>', '{"type": "order"}', 1
						from generate_series(1, ?) as number""",
				ROWS);
		this.jdbc.update(
				"""
						insert into raw.dead_letters (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason,
						    detail, payload)
						select 1, number % 2, number, timestamptz '2026-01-01', 1, 'NOT_JSON', 'no JSON', '\\xff00'
						from generate_series(1, ?) as number""",
				ROWS);
		this.jdbc.update("""
				insert into etl.audit (at, actor, address, action, target, outcome, detail)
				select timestamptz '2026-01-01', 'pager', '', 'test', number::text, 'done', ''
				from generate_series(1, ?) as number""", ROWS);
	}

	private void addExecutions(int rows) {
		this.jdbc.update(
				"""
						with instance as (
						    insert into batch.batch_job_instance (job_instance_id, version, job_name, job_key)
						    select nextval('batch.batch_job_instance_seq'), 0, 'init-dwh', md5(random()::text)
						    from generate_series(1, ?)
						    returning job_instance_id
						)
						insert into batch.batch_job_execution (job_execution_id, version, job_instance_id, create_time, status,
						    exit_code, exit_message)
						select nextval('batch.batch_job_execution_seq'), 0, job_instance_id, timestamp '2026-01-01', 'COMPLETED',
						    'COMPLETED', ''
						from instance""",
				rows);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/executions?job=init-dwh&to=2026-01-02T00:00:00Z", "/api/v1/quarantine?state=open",
			"/api/v1/dead-letters?reason=NOT_JSON", "/api/v1/audit?actor=pager" })
	void pagesAreCompleteAndStableWhileRowsAreAdded(String list) {
		List<JsonNode> atOnce = items(this.viewer.get(list + "&limit=200"));
		assertThat(atOnce).hasSizeGreaterThanOrEqualTo(ROWS);
		List<JsonNode> pageByPage = new ArrayList<>();
		String cursor = "";
		while (cursor != null) {
			JsonNode page = this.viewer
				.get(list + "&limit=4&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
				.json();
			pageByPage.addAll(items(page));
			cursor = page.get("next").isNull() ? null : page.get("next").asString();
			addOneOfEach(pageByPage.size());
		}
		assertThat(pageByPage).isEqualTo(atOnce);
	}

	/** Newer than all others. */
	private void addOneOfEach(int number) {
		addExecutions(1);
		this.jdbc.update(
				"""
						insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
						    field, message, payload, load_id)
						values (1, 0, ?, now(), 'order', 'ORPHAN', '', '', '{}', 1)""",
				1000 + number);
		this.jdbc.update(
				"""
						insert into raw.dead_letters (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason,
						    detail)
						values (1, 0, ?, now(), 1, 'NOT_JSON', '')""",
				1000 + number);
		this.jdbc.update("""
				insert into etl.audit (actor, address, action, target, outcome, detail)
				values ('pager', '', 'test', '', 'done', '')""");
	}

	@Test
	void theWholeIsCountedUpToABound() {
		JsonNode total = this.viewer.get("/api/v1/quarantine?limit=1").json().get("total");
		assertThat(total.get("count").asLong()).isEqualTo(ROWS);
		assertThat(total.get("exact").asBoolean()).isTrue();
	}

	@Test
	void foreignCursorsAndLimitsAreRefused() {
		assertThat(this.viewer.get("/api/v1/executions?cursor=abc").code()).isEqualTo("malformed-cursor");
		assertThat(this.viewer.get("/api/v1/executions?cursor=" + "a".repeat(5000)).code())
			.isEqualTo("malformed-cursor");
		assertThat(this.viewer.get("/api/v1/executions?limit=0").code()).isEqualTo("malformed-parameter");
		assertThat(this.viewer.get("/api/v1/executions?limit=201").code()).isEqualTo("malformed-parameter");
		assertThat(this.viewer.get("/api/v1/executions?limit=x").code()).isEqualTo("malformed-parameter");
		assertThat(this.viewer.get("/api/v1/executions?status=FROB").code()).isEqualTo("malformed-parameter");
		assertThat(this.viewer.get("/api/v1/executions?from=yesterday").code()).isEqualTo("malformed-parameter");
	}

	private static List<JsonNode> items(ApiClient.Answer answer) {
		return items(answer.json());
	}

	private static List<JsonNode> items(JsonNode page) {
		List<JsonNode> items = new ArrayList<>();
		page.get("items").forEach(items::add);
		return items;
	}

}
