package io.cartpulse.raw;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.cartpulse.source.DeadLetterReason;
import io.cartpulse.source.RecordType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RawRecordProcessorTests {

	@Test
	void sortsMessagesByTypeAndKeepsTheRestAsDeadLetters() {
		RecordBatch batch = new RecordBatch(
				List.of(record(0, "{\"type\":\"order\",\"order_id\":1}"), record(1, "rubbish"),
						record(2, "{\"type\":\"signup\",\"user_id\":1}"), record(3, "{\"type\":\"order\"}")),
				List.of(new OffsetMove(0, 0, 4)), List.of());
		RawBatch sorted = new RawRecordProcessor().process(batch);
		assertThat(sorted.rows()).containsOnlyKeys(RecordType.ORDER, RecordType.EVENT);
		assertThat(sorted.rows().get(RecordType.ORDER)).extracting((row) -> row.origin().offset())
			.containsExactly(0L, 3L);
		assertThat(sorted.deadLetters()).singleElement().satisfies((letter) -> {
			assertThat(letter.reason()).isEqualTo(DeadLetterReason.NOT_JSON);
			assertThat(letter.origin().offset()).isEqualTo(1);
		});
		assertThat(sorted.origin()).isSameAs(batch);
	}

	private static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
		return new ConsumerRecord<>("t", 0, offset, new byte[0], value.getBytes(StandardCharsets.UTF_8));
	}

}
