package io.cartpulse.observe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.cartpulse.mart.ClickHouseSettings;
import io.cartpulse.raw.KafkaSettings;
import io.cartpulse.testing.Engines;
import io.cartpulse.testing.SetClock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.KafkaAdmin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link PipelineWatch} and of the health of engines. ClickHouse does not run
 * here.
 */
class PipelineWatchIntegrationTests {

	private final Engines engines = Engines.start();

	private final String topic = "watched-" + UUID.randomUUID();

	private final ObserveSettings settings = new ObserveSettings(false, Duration.ofSeconds(30), Duration.ofSeconds(3));

	private final List<Object> events = new ArrayList<>();

	private final TopicLag lag = lag(this.engines.kafkaBootstrapServers(), Duration.ofSeconds(30));

	private final Marts marts = new Marts(
			new ClickHouseSettings(URI.create("http://127.0.0.1:1"), "u", "p", Duration.ofSeconds(1)), this.settings);

	private final Backlog backlog = new Backlog(this.engines.dataSource());

	private final PipelineWatch watch = new PipelineWatch(this.lag, this.marts, this.backlog, this.settings,
			new SetClock("2026-03-01T10:00:00Z"), this.events::add);

	PipelineWatchIntegrationTests() {
		this.engines.empty("etl.sources", "etl.offsets", "etl.watermarks", "etl.offset_gaps", "raw.dead_letters",
				"dds.quarantine", "etl.loads", "etl.reconciliation");
	}

	@AfterEach
	void close() {
		this.lag.destroy();
	}

	@Test
	void seesNothingWhereThereIsNothing() {
		PipelineState state = this.watch.look();
		assertThat(state).isEqualTo(new PipelineState(Instant.parse("2026-03-01T10:00:00Z"), new TreeMap<>(), 0, 0,
				new TreeMap<>(), 0, null, null));
		assertThat(this.watch.latest()).contains(state);
		assertThat(this.events).containsExactly(state);
	}

	@Test
	void countsWhatWaitsBeforeEachStage() {
		String topicId = makeTopic();
		send(20);
		this.engines.jdbc().update("""
				insert into etl.sources (cluster_id, topic, topic_id, registered_at)
				values ('c', ?, ?, '2026-03-01T08:00:00Z')""", this.topic, topicId);
		long source = number("select source_id from etl.sources");
		sql("insert into etl.offsets (source_id, kafka_partition, next_offset) values (%d, 0, 15)", source);
		sql("insert into etl.watermarks (source_id, kafka_partition, next_offset) values (%d, 0, 5)", source);
		// of the ten offsets that raw-to-dds has not read, three have no RAW row
		sql("""
				insert into etl.offset_gaps (source_id, kafka_partition, from_offset, to_offset, kind, load_id)
				values (%1$d, 0, 0, 2, 'no_record', 1), (%1$d, 0, 6, 8, 'no_record', 1)""", source);
		sql("""
				insert into raw.dead_letters (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason, detail)
				values (%1$d, 0, 4, now(), 1, 'NOT_JSON', ''), (%1$d, 0, 9, now(), 1, 'NOT_JSON', '')""",
				source);
		sql("""
				insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
				field, message, payload, load_id, state)
				values (%1$d, 0, 1, now(), 'order', 'INVALID_VALUE', 'f', '', '{}', 1, 'open'),
				(%1$d, 0, 2, now(), 'order', 'INVALID_VALUE', 'f', '', '{}', 1, 'resolved')""",
				source);
		sql("""
				insert into etl.loads (load_id, job_instance_id, started_at, published_at)
				values (1, 1, now(), '2026-03-01T09:00:00Z'), (2, 2, now(), null), (3, 2, now(), null)""");
		sql("""
				insert into etl.reconciliation (job_instance_id, record_type, kafka_date, outcome, records)
				values (1, 'order', '2026-03-01', 'loaded', 100), (2, 'order', '2026-03-01', 'loaded', 7),
				(2, 'order', '2026-03-01', 'duplicate', 3), (2, 'event', '2026-03-01', 'resolved', 1)""");
		PipelineState state = this.watch.look();
		assertThat(state.lag()).isEqualTo(Map.of(0, 5L));
		assertThat(state.unreadRows()).isEqualTo(7);
		assertThat(state.unpublishedRecords()).isEqualTo(8);
		assertThat(state.quarantine()).isEqualTo(Map.of("INVALID_VALUE", 1L));
		assertThat(state.deadLetters()).isEqualTo(2);
		assertThat(state.publishedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
		assertThat(state.newestEventAt()).isNull();
		assertThat(state.stale()).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void leavesOutKafkaWhenItDoesNotAnswer() {
		TopicLag nobody = lag("127.0.0.1:1", Duration.ofSeconds(1));
		PipelineState state = new PipelineWatch(nobody, this.marts, this.backlog, this.settings,
				new SetClock("2026-03-01T10:00:00Z"), this.events::add)
			.look();
		assertThat(state.lag()).isNull();
		assertThat(new KafkaHealthIndicator(nobody).health().getStatus()).isEqualTo(Status.DOWN);
		nobody.destroy();
	}

	@Test
	void engineIsUpWhenItAnswersAndDownWhenItDoesNot() {
		assertThat(new KafkaHealthIndicator(this.lag).health().getStatus()).isEqualTo(Status.UP);
		assertThat(new ClickHouseHealthIndicator(this.marts).health().getStatus()).isEqualTo(Status.DOWN);
	}

	private TopicLag lag(String bootstrapServers, Duration patience) {
		Map<String, Object> properties = Map.of("bootstrap.servers", bootstrapServers, "request.timeout.ms",
				(int) patience.toMillis(), "default.api.timeout.ms", (int) patience.toMillis());
		return new TopicLag(new KafkaAdmin(properties),
				new KafkaSettings(bootstrapServers, this.topic, "g", Duration.ofSeconds(3), Map.of()),
				new ObserveSettings(false, Duration.ofSeconds(30), patience), this.engines.dataSource());
	}

	private String makeTopic() {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.engines.kafkaBootstrapServers()))) {
			return admin.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1)))
				.topicId(this.topic)
				.toCompletionStage()
				.toCompletableFuture()
				.join()
				.toString();
		}
	}

	private void send(int records) {
		Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
				this.engines.kafkaBootstrapServers());
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(properties, new StringSerializer(),
				new StringSerializer())) {
			for (int record = 0; record < records; record++) {
				producer.send(new ProducerRecord<>(this.topic, 0, null, "x"));
			}
			producer.flush();
		}
	}

	private void sql(String statement, Object... values) {
		this.engines.jdbc().update(statement.formatted(values));
	}

	private long number(String question) {
		Long number = this.engines.jdbc().queryForObject(question, Long.class);
		return (number != null) ? number : 0;
	}

}
