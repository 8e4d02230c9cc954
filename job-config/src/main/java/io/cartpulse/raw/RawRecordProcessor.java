package io.cartpulse.raw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.source.RecordType;
import io.cartpulse.source.WireReader;
import io.cartpulse.source.WireRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

/**
 * Tells messages from what is none. It judges no value: that is the next stage's work.
 */
@Component
class RawRecordProcessor implements ItemProcessor<RecordBatch, RawBatch> {

	private final WireReader wireReader = new WireReader();

	@Override
	public RawBatch process(RecordBatch batch) {
		Map<RecordType, List<RawBatch.RawRow>> rows = new EnumMap<>(RecordType.class);
		List<RawBatch.DeadLetter> deadLetters = new ArrayList<>();
		for (ConsumerRecord<byte[], byte[]> origin : batch.records()) {
			WireRecord read = this.wireReader.read(origin.value());
			if (read instanceof WireRecord.Known known) {
				rows.computeIfAbsent(known.type(), (type) -> new ArrayList<>()).add(new RawBatch.RawRow(origin, known));
			}
			else if (read instanceof WireRecord.Unreadable unreadable) {
				deadLetters.add(new RawBatch.DeadLetter(origin, unreadable.reason(), unreadable.detail()));
			}
		}
		return new RawBatch(rows, deadLetters, batch);
	}

}
