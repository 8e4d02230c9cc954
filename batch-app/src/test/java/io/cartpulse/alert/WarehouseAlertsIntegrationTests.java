package io.cartpulse.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.cartpulse.observe.PipelineState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link WarehouseAlerts}, with limits of 10 in quarantine, 10 dead letters, 100
 * waiting and two hours of staleness.
 */
class WarehouseAlertsIntegrationTests {

	private final AlertFixture fixture = new AlertFixture();

	private WarehouseAlerts warehouse = warehouse();

	@BeforeEach
	void empty() {
		this.fixture.engines.empty("dds.quarantine", "raw.dead_letters", "etl.offset_gaps", "etl.sources");
	}

	@Test
	void tellsOnceThatALimitIsPassedAndOnceThatItIsKeptAgain() {
		check(state(9, 0));
		assertThat(texts()).isEmpty();
		check(state(10, 0));
		check(state(12, 0));
		check(state(9, 0));
		check(state(11, 0));
		assertThat(texts()).containsExactly("🟡 10 open records in quarantine; the limit is 10");
		this.fixture.clock.pass(Duration.ofMinutes(5));
		check(state(7, 0));
		check(state(7, 0));
		assertThat(texts()).hasSize(2)
			.last()
			.isEqualTo("🟢 quarantine is in order again; it was not since 2026-03-01 10:00:03 UTC");
		check(state(10, 0));
		assertThat(texts()).hasSize(3);
	}

	@Test
	void looksAtWhatWaitsInKafkaAsFarAsItIsKnown() {
		check(state(0, 100));
		assertThat(texts()).containsExactly("🟡 100 records waiting in Kafka; the limit is 100");
		check(new PipelineState(this.fixture.clock.instant(), null, 0, 0, new TreeMap<>(), 0, null, null));
		assertThat(texts()).hasSize(1);
		check(state(0, 0));
		assertThat(texts()).hasSize(2);
	}

	@Test
	void countsTheDeadLettersOfADay() {
		for (int offset = 0; offset < 10; offset++) {
			deadLetter(offset, this.fixture.clock.instant().minus(Duration.ofHours((offset == 0) ? 25 : 1)));
		}
		check(state(0, 0));
		assertThat(texts()).isEmpty();
		deadLetter(10, this.fixture.clock.instant());
		check(state(0, 0));
		check(state(0, 0));
		assertThat(texts()).singleElement()
			.satisfies((text) -> assertThat(text).contains("10 records of the last 24 hours could not be read"));
	}

	@Test
	void tellsThatMartsAreStaleOnlyWhereSomethingWaits() {
		Instant longAgo = this.fixture.clock.instant().minus(Duration.ofHours(3));
		check(published(longAgo, 0));
		assertThat(texts()).isEmpty();
		check(published(longAgo, 1));
		check(published(longAgo, 1));
		assertThat(texts()).singleElement()
			.satisfies((text) -> assertThat(text).contains("the marts are stale").contains("3 h 0 min"));
		check(published(this.fixture.clock.instant(), 1));
		assertThat(texts()).hasSize(2);
	}

	@Test
	void tellsOfEachGapOfRetentionOnce() {
		this.fixture.engines.jdbc().update("""
				insert into etl.sources (cluster_id, topic, topic_id) values ('c', 'user_events', 't')""");
		gap(100, 200, "retention");
		gap(200, 201, "no_record");
		check(state(0, 0));
		check(state(0, 0));
		this.warehouse = warehouse();
		check(state(0, 0));
		assertThat(texts())
			.containsExactly("🔴 records are lost: offsets 100 to 199 of partition 3 of topic user_events"
					+ " were deleted by its retention before they were read");
		gap(300, 301, "retention");
		check(state(0, 0));
		assertThat(texts()).hasSize(2);
	}

	@Test
	void tellsOfEachKindOfQuarantinedRecordOnce() {
		quarantine(1, "order", "INVALID_VALUE", "total_usd");
		quarantine(2, "order", "INVALID_VALUE", "total_usd");
		quarantine(3, "event", "MISSING_FIELD", "timestamp");
		check(state(3, 0));
		check(state(3, 0));
		quarantine(4, "order", "INVALID_VALUE", "total_usd");
		check(state(4, 0));
		this.warehouse = warehouse();
		check(state(4, 0));
		assertThat(texts()).containsExactly("""
				🟡 new kinds of records in quarantine:
				INVALID_VALUE total_usd of order (2)
				MISSING_FIELD timestamp of event (1)""");
		quarantine(5, "order", "MISSING_FIELD", "total_usd");
		check(state(5, 0));
		assertThat(texts()).hasSize(2).last().asString().contains("MISSING_FIELD total_usd of order (1)");
	}

	@Test
	void tellsHowOftenAFailureWasRepeated() {
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		check(state(0, 0));
		this.fixture.clock.pass(Duration.ofHours(1));
		check(state(0, 0));
		check(state(0, 0));
		assertThat(texts()).hasSize(2)
			.last()
			.isEqualTo("🔴 pipeline failed, step load-raw: disk full: 1 more times since 2026-03-01 10:00:00 UTC");
	}

	private WarehouseAlerts warehouse() {
		return new WarehouseAlerts(this.fixture.alerts, this.fixture.incidents, this.fixture.engines.dataSource(),
				this.fixture.settings, this.fixture.clock);
	}

	private void check(PipelineState state) {
		this.warehouse.check(state);
	}

	private List<String> texts() {
		this.fixture.pass(Duration.ofSeconds(3));
		return this.fixture.channel.texts();
	}

	private PipelineState state(long quarantined, long waiting) {
		return state(quarantined, waiting, null);
	}

	private PipelineState published(Instant at, long waiting) {
		return state(0, waiting, at);
	}

	private PipelineState state(long quarantined, long waiting, @Nullable Instant published) {
		SortedMap<String, Long> quarantine = new TreeMap<>(Map.of("ORPHAN", quarantined));
		return new PipelineState(this.fixture.clock.instant(), new TreeMap<>(Map.of(0, waiting)), 0, 0, quarantine, 0,
				published, null);
	}

	private void deadLetter(long offset, Instant at) {
		this.fixture.engines.jdbc()
			.update("""
					insert into raw.dead_letters (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason,
					detail) values (1, 0, ?, ?, 1, 'NOT_JSON', '')""",
					offset, utc(at));
	}

	private void gap(long from, long to, String kind) {
		this.fixture.engines.jdbc()
			.update("""
					insert into etl.offset_gaps (source_id, kafka_partition, from_offset, to_offset, kind, load_id, noticed_at)
					select source_id, 3, ?, ?, ?, 1, ? from etl.sources""",
					from, to, kind, utc(this.fixture.clock.instant()));
	}

	private void quarantine(long offset, String type, String reason, String field) {
		this.fixture.engines.jdbc()
			.update("""
					insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
					field, message, payload, load_id) values (1, 0, ?, now(), ?, ?, ?, '', '{}', 1)""",
					offset, type, reason, field);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
