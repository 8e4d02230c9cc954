package io.cartpulse.raw;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The pipeline's own account of what it has read of a topic: etl.sources, etl.offsets and
 * etl.offset_gaps. Its writes join the caller's transaction.
 */
@Component
class OffsetBook {

	private static final String REGISTER_SOURCE = SqlFile.read(OffsetBook.class, "register-source.sql");

	private static final String FIND_SOURCE = SqlFile.read(OffsetBook.class, "find-source.sql");

	private static final String REGISTER_PARTITION = SqlFile.read(OffsetBook.class, "register-partition.sql");

	private static final String NOTE_RUN_START = SqlFile.read(OffsetBook.class, "note-run-start.sql");

	private static final String SELECT_OFFSETS = SqlFile.read(OffsetBook.class, "select-offsets.sql");

	private static final String MOVE_OFFSET = SqlFile.read(OffsetBook.class, "move-offset.sql");

	private static final String INSERT_GAP = SqlFile.read(OffsetBook.class, "insert-offset-gap.sql");

	private final JdbcTemplate jdbc;

	OffsetBook(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes the topic known, if it is not.
	 * @return its source_id
	 */
	long register(KafkaSource.TopicState state) {
		Object[] identity = { state.clusterId(), state.topic(), state.topicId() };
		this.jdbc.update(REGISTER_SOURCE, identity);
		Long sourceId = this.jdbc.queryForObject(FIND_SOURCE, Long.class, identity);
		if (sourceId == null) {
			throw new IllegalStateException("source not registered: " + state);
		}
		for (Integer partition : state.ends().keySet()) {
			this.jdbc.update(REGISTER_PARTITION, sourceId, partition);
		}
		return sourceId;
	}

	/** Keeps where a run begins, for the ledger at its end. */
	void noteStart(long jobInstanceId, long sourceId) {
		this.jdbc.update(NOTE_RUN_START, jobInstanceId, sourceId);
	}

	Map<Integer, Long> nextOffsets(long sourceId) {
		Map<Integer, Long> offsets = new HashMap<>();
		this.jdbc.query(SELECT_OFFSETS, (row) -> {
			offsets.put(row.getInt("kafka_partition"), row.getLong("next_offset"));
		}, sourceId);
		return offsets;
	}

	/**
	 * Moves the next offset of a partition.
	 * @throws IllegalStateException when it is not where this run left it
	 */
	void move(long sourceId, OffsetMove move) {
		int moved = this.jdbc.update(MOVE_OFFSET, move.to(), sourceId, move.partition(), move.from());
		if (moved != 1) {
			throw new IllegalStateException("another writer moved the offset of partition " + move.partition()
					+ " of source " + sourceId + " away from " + move.from());
		}
	}

	void note(long sourceId, long loadId, Collection<OffsetGap> gaps) {
		List<Object[]> rows = gaps.stream()
			.map((gap) -> new Object[] { sourceId, gap.partition(), gap.from(), gap.to(), gap.kind().text(), loadId })
			.toList();
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate(INSERT_GAP, rows);
		}
	}

}
