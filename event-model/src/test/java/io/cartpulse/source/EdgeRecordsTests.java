package io.cartpulse.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The corner cases of the contract, one line a record, with the outcome that the contract
 * demands of each kind.
 */
class EdgeRecordsTests {

	private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

	private final Map<String, Integer> received = new TreeMap<>();

	private final Map<String, Integer> deadLetters = new TreeMap<>();

	private final Map<String, Integer> refusals = new TreeMap<>();

	@Test
	void everyRecordEndsWhereTheContractSays() throws IOException {
		WireReader reader = new WireReader();
		RecordValidator validator = new RecordValidator(ReadingSettings.defaults());
		for (byte[] line : lines()) {
			count(reader.read(line), validator);
		}
		assertThat(this.received).isEqualTo(Map.of("user_profile", 8, "user_device", 5, "user_location", 5, "event", 36,
				"order_status", 9, "order_item", 11, "order", 12, "campaign_event", 9));
		assertThat(this.deadLetters)
			.isEqualTo(Map.of("NOT_JSON", 5, "NOT_AN_OBJECT", 3, "UNKNOWN_TYPE", 3, "TOO_LARGE", 1));
		assertThat(this.refusals).isEqualTo(Map.ofEntries(Map.entry("user_profile|INVALID_VALUE|user_id", 4),
				Map.entry("user_profile|MISSING_FIELD|user_id", 1),
				Map.entry("user_device|MISSING_FIELD|device_type", 1), Map.entry("user_location|MISSING_FIELD|city", 2),
				Map.entry("event|INVALID_VALUE|quantity", 1), Map.entry("event|MISSING_FIELD|session_id", 1),
				Map.entry("event|MISSING_FIELD|user_id", 2), Map.entry("event|UNKNOWN_EVENT_TYPE|event_type", 1),
				Map.entry("event|MISSING_FIELD|event_type", 1), Map.entry("event|INVALID_VALUE|user_id", 1),
				Map.entry("event|INVALID_VALUE|timestamp", 3), Map.entry("event|FUTURE_TIMESTAMP|timestamp", 1),
				Map.entry("event|INVALID_VALUE|cost_usd", 1), Map.entry("order_item|INVALID_VALUE|quantity", 2),
				Map.entry("order_item|INVALID_VALUE|price_usd", 1), Map.entry("order_status|INVALID_VALUE|status", 1),
				Map.entry("order|MISSING_FIELD|total_usd", 1), Map.entry("order|INVALID_VALUE|total_usd", 3),
				Map.entry("order|INVALID_VALUE|user_id", 1), Map.entry("order_item|MISSING_FIELD|order_id", 1),
				Map.entry("campaign_event|MISSING_FIELD|campaign_id", 1),
				Map.entry("campaign_event|INVALID_VALUE|action", 1),
				Map.entry("campaign_event|INVALID_VALUE|cost", 1)));
	}

	private void count(WireRecord wire, RecordValidator validator) {
		if (wire instanceof WireRecord.Unreadable unreadable) {
			this.deadLetters.merge(unreadable.reason().name(), 1, Integer::sum);
		}
		else if (wire instanceof WireRecord.Known known) {
			String type = known.type().wireName();
			this.received.merge(type, 1, Integer::sum);
			if (validator.validate(known.type(), known.values(), known.extra(),
					RECEIVED) instanceof Reading.Refused refused) {
				this.refusals.merge(type + "|" + refused.reason() + "|" + refused.field(), 1, Integer::sum);
			}
		}
	}

	private static List<byte[]> lines() throws IOException {
		List<byte[]> lines = new ArrayList<>();
		try (InputStream in = new GZIPInputStream(
				Objects.requireNonNull(EdgeRecordsTests.class.getResourceAsStream("edge.jsonl.gz")))) {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int one = in.read(); one >= 0; one = in.read()) {
				if (one == '\n') {
					lines.add(line.toByteArray());
					line.reset();
				}
				else {
					line.write(one);
				}
			}
		}
		return lines;
	}

}
