package io.cartpulse.raw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads a worker's partitions from the offsets in PostgreSQL up to the fixed ends.
 *
 * <p>
 * An item is a batch of records, not a record: a chunk of Spring Batch ends by count
 * only, but records may be of any size, and the offsets that no record stands for belong
 * to a chunk too. So the reader closes a batch by count or bytes, and the step's chunk is
 * one batch.
 *
 * <p>
 * It keeps nothing in the execution context: where to go on stands in etl.offsets, which
 * moves in the transaction of the rows.
 */
class KafkaRecordReader implements ItemStreamReader<RecordBatch> {

	private static final Logger logger = LoggerFactory.getLogger(KafkaRecordReader.class);

	private static final Duration POLL_WAIT = Duration.ofMillis(250);

	private final ConsumerFactory<byte[], byte[]> consumerFactory;

	private final OffsetBook book;

	private final RawSettings raw;

	private final KafkaSettings kafka;

	private final FixedOffsets fixed;

	private final SortedMap<Integer, Long> ends;

	/** Offset after the last one that was handed out, by partition not yet at its end. */
	private final Map<TopicPartition, Long> passed = new HashMap<>();

	private @Nullable Consumer<byte[], byte[]> consumer;

	KafkaRecordReader(ConsumerFactory<byte[], byte[]> consumerFactory, OffsetBook book, RawSettings raw,
			KafkaSettings kafka, FixedOffsets fixed, SortedMap<Integer, Long> ends) {
		this.consumerFactory = consumerFactory;
		this.book = book;
		this.raw = raw;
		this.kafka = kafka;
		this.fixed = fixed;
		this.ends = ends;
	}

	@Override
	public void open(ExecutionContext executionContext) {
		this.passed.clear();
		Map<Integer, Long> nextOffsets = this.book.nextOffsets(this.fixed.sourceId());
		this.ends.forEach((partition, end) -> {
			long next = nextOffsets.getOrDefault(partition, 0L);
			if (next < end) {
				this.passed.put(new TopicPartition(this.fixed.topic(), partition), next);
			}
		});
		if (this.passed.isEmpty()) {
			return;
		}
		this.consumer = this.consumerFactory.createConsumer();
		this.consumer.assign(this.passed.keySet());
		this.passed.forEach(this.consumer::seek);
	}

	@Override
	public @Nullable RecordBatch read() {
		if (this.consumer == null || this.passed.isEmpty()) {
			return null;
		}
		return nextBatch(this.consumer);
	}

	private RecordBatch nextBatch(Consumer<byte[], byte[]> from) {
		Filling filling = new Filling(new HashMap<>(this.passed));
		long lastProgress = System.nanoTime();
		while (!filling.isFull() && !this.passed.isEmpty()) {
			ConsumerRecords<byte[], byte[]> polled = poll(from, filling);
			polled.forEach(filling::add);
			boolean moved = passOn(from, filling);
			if (moved || !polled.isEmpty()) {
				lastProgress = System.nanoTime();
			}
			else if (System.nanoTime() - lastProgress > this.kafka.timeout().toNanos()) {
				throw new KafkaSourceException("Kafka on " + this.kafka.bootstrapServers() + " gave nothing for "
						+ this.kafka.timeout().toMillis() + " ms, though " + this.passed + " are not at their ends "
						+ this.ends + ": is the broker running?");
			}
		}
		return filling.batch();
	}

	private ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> from, Filling filling) {
		try {
			return from.poll(POLL_WAIT);
		}
		catch (OffsetOutOfRangeException ex) {
			goOnBehind(ex.offsetOutOfRangePartitions(), from, filling);
			return ConsumerRecords.empty();
		}
	}

	/** Retention was faster than this reader: what it took away is a gap. */
	private void goOnBehind(Map<TopicPartition, Long> lost, Consumer<byte[], byte[]> from, Filling filling) {
		from.beginningOffsets(lost.keySet()).forEach((partition, beginning) -> {
			long end = this.ends.getOrDefault(partition.partition(), 0L);
			long next = Math.min(beginning, end);
			logger.warn("offsets {} to {} of partition {} were deleted by the topic's retention before they were read",
					lost.get(partition), next - 1, partition.partition());
			filling.lost(partition, next);
			from.seek(partition, next);
		});
	}

	/**
	 * Follows the consumer's positions, which pass offsets without records as well, and
	 * lets go of partitions that are at their end.
	 */
	private boolean passOn(Consumer<byte[], byte[]> from, Filling filling) {
		boolean moved = false;
		List<TopicPartition> reached = new ArrayList<>();
		for (Map.Entry<TopicPartition, Long> partition : this.passed.entrySet()) {
			long end = this.ends.getOrDefault(partition.getKey().partition(), 0L);
			long position = Math.min(from.position(partition.getKey()), end);
			moved |= position > partition.getValue();
			partition.setValue(position);
			filling.passedTo(partition.getKey(), position);
			if (position == end) {
				reached.add(partition.getKey());
			}
		}
		if (!reached.isEmpty()) {
			from.pause(reached);
			reached.forEach(this.passed::remove);
		}
		return moved;
	}

	@Override
	public void close() {
		if (this.consumer != null) {
			this.consumer.close();
			this.consumer = null;
		}
	}

	/**
	 * A batch that is being filled.
	 */
	private final class Filling {

		private final Map<TopicPartition, Long> from;

		private final Map<TopicPartition, Long> next;

		private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

		private final List<OffsetGap> gaps = new ArrayList<>();

		private final Map<TopicPartition, Long> to = new HashMap<>();

		private long bytes;

		private Filling(Map<TopicPartition, Long> from) {
			this.from = from;
			this.next = new HashMap<>(from);
		}

		private boolean isFull() {
			return this.records.size() >= KafkaRecordReader.this.raw.chunkSize()
					|| this.bytes >= KafkaRecordReader.this.raw.chunkBytes().toBytes();
		}

		private void add(ConsumerRecord<byte[], byte[]> polled) {
			if (polled.offset() >= KafkaRecordReader.this.ends.getOrDefault(polled.partition(), 0L)) {
				return;
			}
			skipTo(new TopicPartition(polled.topic(), polled.partition()), polled.offset(), polled.offset() + 1);
			this.records.add(polled);
			this.bytes += Math.max(polled.serializedKeySize(), 0) + Math.max(polled.serializedValueSize(), 0);
		}

		private void passedTo(TopicPartition partition, long position) {
			this.to.put(partition, position);
		}

		private void lost(TopicPartition partition, long offset) {
			skipTo(partition, offset, offset, OffsetGap.Kind.RETENTION);
		}

		private void skipTo(TopicPartition partition, long offset, long thereafter) {
			skipTo(partition, offset, thereafter, OffsetGap.Kind.NO_RECORD);
		}

		private void skipTo(TopicPartition partition, long offset, long thereafter, OffsetGap.Kind kind) {
			Long expected = this.next.put(partition, thereafter);
			if (expected != null && expected < offset) {
				this.gaps.add(new OffsetGap(partition.partition(), expected, offset, kind));
			}
		}

		private RecordBatch batch() {
			List<OffsetMove> moves = new ArrayList<>();
			this.to.forEach((partition, position) -> {
				skipTo(partition, position, position);
				long start = this.from.getOrDefault(partition, 0L);
				if (position > start) {
					moves.add(new OffsetMove(partition.partition(), start, position));
				}
			});
			return new RecordBatch(this.records, moves, this.gaps);
		}

	}

}
