package io.cartpulse.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.cartpulse.batch.ChunkRetry;
import io.cartpulse.source.RecordType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies a batch into the RAW tables, notes its gaps and moves the offsets, all in the
 * chunk's transaction.
 *
 * <p>
 * The step's counts are of records, though its items are batches: read = written to the
 * tables of messages + skipped to the dead letters.
 */
class RawWriter implements ItemStreamWriter<RawBatch>, StepExecutionListener {

	private final JdbcTemplate jdbc;

	private final ChunkRetry chunkRetry;

	private final OffsetBook book;

	private final long sourceId;

	private final StepExecution step;

	private final Totals totals = new Totals();

	RawWriter(JdbcTemplate jdbc, ChunkRetry chunkRetry, OffsetBook book, long sourceId, StepExecution step) {
		this.jdbc = jdbc;
		this.chunkRetry = chunkRetry;
		this.book = book;
		this.sourceId = sourceId;
		this.step = step;
	}

	@Override
	public void write(Chunk<? extends RawBatch> chunk) {
		for (RawBatch batch : chunk) {
			this.totals.repeats += this.chunkRetry.run(() -> writeOnce(batch));
			this.totals.add(batch);
		}
	}

	private void writeOnce(RawBatch batch) {
		this.jdbc.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
			copy(connection, batch);
			return null;
		});
		this.book.note(this.sourceId, this.step.getJobExecutionId(), batch.origin().gaps());
		batch.origin()
			.moves()
			.stream()
			.sorted(Comparator.comparingInt(OffsetMove::partition))
			.forEach((move) -> this.book.move(this.sourceId, move));
	}

	private void copy(Connection connection, RawBatch batch) throws SQLException {
		for (Map.Entry<RecordType, List<RawBatch.RawRow>> rows : batch.rows().entrySet()) {
			try (BinaryCopy copy = new BinaryCopy(connection, RawTable.of(rows.getKey()))) {
				for (RawBatch.RawRow row : rows.getValue()) {
					writeRow(copy, row);
				}
				copy.finish();
			}
		}
		if (!batch.deadLetters().isEmpty()) {
			try (BinaryCopy copy = new BinaryCopy(connection, RawTable.DEAD_LETTERS)) {
				for (RawBatch.DeadLetter letter : batch.deadLetters()) {
					writeDeadLetter(copy, letter);
				}
				copy.finish();
			}
		}
	}

	private void writeRow(BinaryCopy copy, RawBatch.RawRow row) throws SQLException {
		writeOrigin(copy, row.origin());
		for (String value : row.message().values()) {
			copy.writeText(value);
		}
		copy.writeJson(row.message().extra());
	}

	private void writeDeadLetter(BinaryCopy copy, RawBatch.DeadLetter letter) throws SQLException {
		writeOrigin(copy, letter.origin());
		copy.writeText(letter.reason().name());
		copy.writeText(letter.detail().replace('\0', '\uFFFD'));
		copy.writeBytes(letter.origin().key());
		copy.writeBytes(letter.origin().value());
	}

	private void writeOrigin(BinaryCopy copy, ConsumerRecord<byte[], byte[]> origin) throws SQLException {
		copy.startRow();
		copy.writeLong(this.sourceId);
		copy.writeInt(origin.partition());
		copy.writeLong(origin.offset());
		copy.writeTimestamp(origin.timestamp());
		copy.writeLong(this.step.getJobExecutionId());
	}

	@Override
	public void update(ExecutionContext context) {
		context.putLong(RawTotals.GAPS, this.totals.gaps);
		context.putLong(RawTotals.BYTES, this.totals.bytes);
		context.putLong(RawTotals.REPEATS, this.totals.repeats);
		this.totals.show(this.step);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution execution) {
		this.totals.show(execution);
		return null;
	}

	/**
	 * What this worker has written.
	 */
	private static final class Totals {

		private long rows;

		private long deadLetters;

		private long gaps;

		private long bytes;

		private long repeats;

		private void add(RawBatch batch) {
			this.rows += batch.rows().values().stream().mapToLong(List::size).sum();
			this.deadLetters += batch.deadLetters().size();
			this.gaps += batch.origin().gaps().stream().mapToLong(OffsetGap::offsets).sum();
			this.bytes += batch.origin()
				.records()
				.stream()
				.mapToLong((record) -> Math.max(record.serializedValueSize(), 0))
				.sum();
		}

		private void show(StepExecution step) {
			step.setReadCount(this.rows + this.deadLetters);
			step.setWriteCount(this.rows);
			step.setProcessSkipCount(this.deadLetters);
		}

	}

}
