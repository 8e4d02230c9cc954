package io.cartpulse.raw;

import io.cartpulse.source.RecordType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RawTableTests {

	@Test
	void namesOriginThenContractFieldsThenTheRest() {
		assertThat(RawTable.of(RecordType.ORDER).copyStatement()).isEqualTo(
				"copy raw.orders (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, event_id, order_id,"
						+ " order_ts, total_usd, user_id, campaign_id, generated_at, extra) from stdin (format binary)");
	}

	@Test
	void keepsDeadLettersWithReasonAndBytes() {
		assertThat(RawTable.DEAD_LETTERS.columns()).endsWith("reason", "detail", "key", "payload");
	}

}
