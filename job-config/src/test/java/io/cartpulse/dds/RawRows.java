package io.cartpulse.dds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.source.RecordType;
import io.cartpulse.source.WireReader;
import io.cartpulse.source.WireRecord;
import io.cartpulse.testing.StoreMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes messages into RAW as kafka-to-raw leaves them: the rows, and the offsets behind
 * them.
 */
final class RawRows {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private final WireReader reader = new WireReader();

	private final JdbcTemplate jdbc;

	private final Map<Integer, Long> nextOffsets = new HashMap<>();

	private long sourceId;

	private int partition;

	private Instant receivedAt = NOON;

	RawRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Begins with a source of its own, after all tables were emptied. */
	void begin() {
		this.jdbc.update("insert into etl.sources (cluster_id, topic, topic_id) values ('cluster', 'topic', 'id')");
		this.sourceId = number("select max(source_id) from etl.sources");
		this.nextOffsets.clear();
		this.partition = 0;
		this.receivedAt = NOON;
	}

	/** Lets what follows have another Kafka timestamp. */
	RawRows receivedAt(String time) {
		this.receivedAt = Instant.parse(time);
		return this;
	}

	/** Lets what follows come through another partition. */
	RawRows throughPartition(int number) {
		this.partition = number;
		return this;
	}

	RawRows receive(StoreMessage... messages) {
		return receive(List.of(messages));
	}

	RawRows receive(List<StoreMessage> messages) {
		messages.forEach(this::insert);
		this.jdbc.update("""
				insert into etl.offsets (source_id, kafka_partition, next_offset) values (?, ?, ?)
				on conflict (source_id, kafka_partition) do update set next_offset = excluded.next_offset""",
				this.sourceId, this.partition, nextOffset());
		return this;
	}

	private void insert(StoreMessage message) {
		if (!(this.reader.read(message.json().getBytes(StandardCharsets.UTF_8)) instanceof WireRecord.Known known)) {
			throw new IllegalArgumentException("would be a dead letter: " + message);
		}
		long offset = nextOffset();
		this.nextOffsets.put(this.partition, offset + 1);
		List<@Nullable Object> values = new ArrayList<>(
				List.of(this.sourceId, this.partition, offset, this.receivedAt.atOffset(ZoneOffset.UTC), 0));
		Collections.addAll(values, (Object[]) known.values());
		values.add(known.extra());
		this.jdbc.update(insertInto(known.type()), values.toArray());
	}

	private static String insertInto(RecordType type) {
		List<String> columns = new ArrayList<>(
				List.of("source_id", "kafka_partition", "kafka_offset", "kafka_timestamp", "load_id", "event_id"));
		type.fields().forEach((field) -> columns.add('"' + field.name() + '"'));
		return "insert into %s (%s, extra) values (%s, cast(? as jsonb))".formatted(new RawTable(type).name(),
				String.join(", ", columns), String.join(", ", Collections.nCopies(columns.size(), "?")));
	}

	private long nextOffset() {
		return this.nextOffsets.getOrDefault(this.partition, 0L);
	}

	private long number(String sql) {
		Long number = this.jdbc.queryForObject(sql, Long.class);
		return (number != null) ? number : 0;
	}

}
