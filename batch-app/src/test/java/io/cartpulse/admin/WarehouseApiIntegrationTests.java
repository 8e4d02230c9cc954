package io.cartpulse.admin;

import java.util.Base64;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of quarantine, dead letters, ledger, pipeline and doctor.
 */
class WarehouseApiIntegrationTests {

	private final RunningApi api = RunningApi.shared();

	private final ApiClient viewer = this.api.as("viewer");

	private final JdbcTemplate jdbc = this.api.jdbc();

	@BeforeEach
	void emptyTables() {
		this.jdbc.execute("truncate dds.quarantine, raw.dead_letters, raw.orders, etl.corrections, etl.reconciliation,"
				+ " etl.mart_reconciliation,"
				+ " etl.loads, etl.offset_gaps, etl.offsets, etl.watermarks, etl.sources cascade");
	}

	@Test
	void aQuarantinedRecordShowsWhatWasReceivedAndWhatWasMadeOfIt() {
		this.jdbc
			.update("""
					insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
					    field, message, payload, load_id)
					values (1, 2, 3, timestamptz '2026-01-01 12:00Z', 'order', 'BAD_VALUE', 'total_usd',
					    '<img src=x onerror=alert(1)>', '{"type": "order", "total_usd": "-1"}', 7)""");
		this.jdbc.update("""
				insert into raw.orders (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, total_usd)
				values (1, 2, 3, timestamptz '2026-01-01 12:00Z', 7, '-1')""");
		JsonNode entry = this.viewer.get("/api/v1/quarantine?reason=BAD_VALUE&type=order&state=open")
			.json()
			.get("items")
			.get(0);
		assertThat(entry.get("message").asString()).isEqualTo("<img src=x onerror=alert(1)>");
		assertThat(entry.get("origin").get("timestamp").asString()).isEqualTo("2026-01-01T12:00:00Z");
		String path = "/api/v1/quarantine/" + entry.get("id").asLong();
		JsonNode untouched = this.viewer.get(path).json();
		assertThat(untouched.get("payload").get("total_usd").asString()).isEqualTo("-1");
		assertThat(untouched.get("original").isNull()).isTrue();
		this.jdbc.update("""
				insert into etl.corrections (source_id, kafka_partition, kafka_offset, action, payload, made_by)
				values (1, 2, 3, 'edit', '{"type": "order", "total_usd": "1"}', 'somebody')""");
		JsonNode edited = this.viewer.get(path).json();
		assertThat(edited.get("payload").get("total_usd").asString()).isEqualTo("1");
		assertThat(edited.get("original").get("total_usd").asString()).isEqualTo("-1");
		assertThat(edited.get("correction").get("madeBy").asString()).isEqualTo("somebody");
		assertThat(this.viewer.get("/api/v1/quarantine/summary").json().get(0).get("records").asLong()).isEqualTo(1);
		assertThat(this.viewer.get("/api/v1/quarantine/999999999").code()).isEqualTo("unknown-record");
	}

	@Test
	void aDeadLetterIsTextOrBase64AndCutInTheList() {
		byte[] binary = { (byte) 0xff, 0, 1 };
		store(1, "x".repeat(2000).getBytes());
		store(2, binary);
		store(3, null);
		JsonNode letters = this.viewer.get("/api/v1/dead-letters").json().get("items");
		assertThat(letters.get(0).get("payload").isNull()).isTrue();
		assertThat(letters.get(1).get("payload").get("encoding").asString()).isEqualTo("base64");
		assertThat(letters.get(1).get("payload").get("value").asString())
			.isEqualTo(Base64.getEncoder().encodeToString(binary));
		assertThat(letters.get(2).get("payload").get("cut").asBoolean()).isTrue();
		assertThat(letters.get(2).get("payload").get("length").asLong()).isEqualTo(2000);
		JsonNode whole = this.viewer.get("/api/v1/dead-letters/" + letters.get(2).get("id").asString()).json();
		assertThat(whole.get("payload").get("value").asString()).hasSize(2000);
		assertThat(this.viewer.get("/api/v1/dead-letters/1-0-99").code()).isEqualTo("unknown-record");
		assertThat(this.viewer.get("/api/v1/dead-letters/frob").code()).isEqualTo("unknown-record");
	}

	private void store(int offset, byte[] payload) {
		this.jdbc
			.update("""
					insert into raw.dead_letters (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason,
					    detail, payload)
					values (1, 0, ?, timestamptz '2026-01-01' + ? * interval '1 second', 1, 'NOT_JSON', 'no JSON', ?)""",
					offset, offset, payload);
	}

	@Test
	void theLedgerAddsUpByDayAndByRun() {
		long instance = completedInstance();
		ledger(instance, "received", 10);
		ledger(instance, "dead_letter", 2);
		ledger(instance, "gap", 1);
		ledger(instance, "loaded", 6);
		ledger(instance, "duplicate", 1);
		ledger(instance, "superseded", 1);
		ledger(instance, "quarantined", 2);
		ledger(instance, "resolved", 3);
		JsonNode balanced = this.viewer.get("/api/v1/reconciliation?from=2026-01-01&to=2026-01-02").json();
		assertThat(balanced.get("balanced").asBoolean()).isTrue();
		JsonNode day = balanced.get("days").get(0);
		assertThat(day.get("date").asString()).isEqualTo("2026-01-01");
		assertThat(day.get("ledger").get("offsets").asLong()).isEqualTo(13);
		assertThat(day.get("ledger").get("read").asLong()).isEqualTo(10);
		assertThat(balanced.get("runs").get(0).get("instanceId").asLong()).isEqualTo(instance);
		ledger(completedInstance(), "received", 5);
		JsonNode unread = this.viewer.get("/api/v1/reconciliation?from=2026-01-01&to=2026-01-02").json();
		assertThat(unread.get("balanced").asBoolean()).isFalse();
		assertThat(this.viewer.get("/api/v1/reconciliation?from=2026-01-02&to=2026-01-01").code())
			.isEqualTo("unusable-value");
	}

	@Test
	void aRebuildReadsAgainAndStillTheDayAddsUp() {
		long first = completedInstance();
		ledger(first, "received", 10);
		ledger(first, "loaded", 10);
		long rebuild = completedInstance();
		this.jdbc.update("insert into etl.loads (load_id, job_instance_id, full_rebuild) values (?, ?, true)", rebuild,
				rebuild);
		ledger(rebuild, "loaded", 10);
		JsonNode ledger = this.viewer.get("/api/v1/reconciliation?from=2026-01-01&to=2026-01-01").json();
		assertThat(ledger.get("days").get(0).get("balanced").asBoolean()).isTrue();
		assertThat(ledger.get("runs")).hasSize(2);
	}

	@Test
	void theMartsGiveBackWhatDdsHas() {
		martTotal(1, "revenue", "10.00", "9.00");
		martTotal(2, "revenue", "10.00", "10");
		JsonNode equal = this.viewer.get("/api/v1/reconciliation").json();
		assertThat(equal.get("balanced").asBoolean()).isTrue();
		JsonNode line = equal.get("marts").get("totals").get(0);
		assertThat(line.get("mart").asString()).isEqualTo("geo_analysis");
		assertThat(line.get("inDds").asDouble()).isEqualTo(10);
		assertThat(line.get("balanced").asBoolean()).isTrue();
		martTotal(3, "revenue", "10.00", "9.99");
		JsonNode different = this.viewer.get("/api/v1/reconciliation").json();
		assertThat(different.get("balanced").asBoolean()).isFalse();
		assertThat(different.get("marts").get("balanced").asBoolean()).isFalse();
	}

	@Test
	void aComparisonThatFailedUnbalancesTheLedger() {
		martTotal(1, "revenue", "10.00", "10.00");
		long execution = comparison("COMPLETED");
		JsonNode compared = this.viewer.get("/api/v1/reconciliation").json().get("marts");
		assertThat(compared.get("executionId").asLong()).isEqualTo(execution);
		assertThat(compared.get("comparedAt").asString()).isEqualTo("2999-01-01T00:00:00Z");
		assertThat(compared.get("balanced").asBoolean()).isTrue();
		comparison("FAILED");
		assertThat(this.viewer.get("/api/v1/reconciliation").json().get("balanced").asBoolean()).isFalse();
		this.jdbc.update("delete from batch.batch_step_execution where step_name = 'check-totals'");
	}

	private void martTotal(long instance, String total, String inDds, String inMart) {
		this.jdbc.update("""
				insert into etl.mart_reconciliation (job_instance_id, total, mart, days, in_dds, in_mart)
				values (?, ?, 'geo_analysis', 3, cast(? as numeric), cast(? as numeric))""", instance, total, inDds,
				inMart);
	}

	private long comparison(String status) {
		long instance = completedInstance();
		Long execution = this.jdbc.queryForObject(
				"select max(job_execution_id) from batch.batch_job_execution where job_instance_id = ?", Long.class,
				instance);
		this.jdbc.update(
				"update batch.batch_job_execution set create_time = timestamp '2999-01-01' where job_execution_id = ?",
				execution);
		this.jdbc
			.update("""
					insert into batch.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
					    end_time, status)
					values (nextval('batch.batch_step_execution_seq'), 0, 'check-totals', ?, now(), timestamp '2999-01-01', ?)""",
					execution, status);
		return (execution != null) ? execution : 0;
	}

	private long completedInstance() {
		Long id = this.jdbc.queryForObject("select nextval('batch.batch_job_instance_seq')", Long.class);
		this.jdbc.update("insert into batch.batch_job_instance values (?, 0, 'pipeline', md5(random()::text))", id);
		this.jdbc.update(
				"""
						insert into batch.batch_job_execution (job_execution_id, version, job_instance_id, create_time, status,
						    exit_code, exit_message)
						values (nextval('batch.batch_job_execution_seq'), 0, ?, timestamp '2025-01-01', 'COMPLETED', 'COMPLETED',
						    '')""",
				id);
		return (id != null) ? id : 0;
	}

	private void ledger(long instance, String outcome, long records) {
		this.jdbc.update("""
				insert into etl.reconciliation (job_instance_id, record_type, kafka_date, outcome, records)
				values (?, 'event', date '2026-01-01', ?, ?)""", instance, outcome, records);
	}

	@Test
	void thePipelineTellsWhatWaitsAndWhatDoesNotAnswer() {
		this.jdbc.update("""
				insert into etl.sources (source_id, cluster_id, topic, topic_id)
				overriding system value values (1, 'c', 't', 'i')""");
		this.jdbc.update("insert into etl.offsets (source_id, kafka_partition, next_offset) values (1, 0, 100)");
		this.jdbc.update("insert into etl.watermarks (source_id, kafka_partition, next_offset) values (1, 0, 40)");
		this.jdbc.update("insert into etl.offset_gaps values (1, 0, 50, 55, 'no_record', 1)");
		store(60, null);
		JsonNode status = this.viewer.get("/api/v1/pipeline").json();
		assertThat(status.get("stages").get(0).get("waiting").isNull()).isTrue();
		assertThat(status.get("stages").get(1).get("waiting").asLong()).isEqualTo(60 - 5 - 1);
		assertThat(status.get("problems")).hasSize(2);
		assertThat(status.get("freshnessSeconds").isNull()).isTrue();
	}

	@Test
	void theDoctorNamesWhatIsDownAndTheMend() {
		JsonNode diagnosis = this.viewer.get("/api/v1/doctor").json();
		assertThat(diagnosis.get("level").asString()).isEqualTo("FAIL");
		assertThat(diagnosis.get("findings")).anySatisfy((finding) -> {
			assertThat(finding.get("name").asString()).isEqualTo("PostgreSQL schema");
			assertThat(finding.get("level").asString()).isEqualTo("OK");
		}).anySatisfy((finding) -> {
			assertThat(finding.get("name").asString()).isEqualTo("Kafka");
			assertThat(finding.get("mend").asString()).contains("cartpulse.kafka.bootstrap-servers");
		}).anySatisfy((finding) -> {
			assertThat(finding.get("name").asString()).isEqualTo("ClickHouse");
			assertThat(finding.get("mend").asString()).contains("cartpulse.clickhouse.url");
		});
	}

}
