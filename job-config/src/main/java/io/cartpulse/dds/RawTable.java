package io.cartpulse.dds;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.cartpulse.source.ContractField;
import io.cartpulse.source.Reading;
import io.cartpulse.source.RecordType;
import io.cartpulse.source.RefusalReason;
import io.cartpulse.source.WireReader;
import io.cartpulse.source.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * The RAW table of a record type, seen by a reader: its rows, with operators' corrections
 * laid over them.
 *
 * @param type the record type
 */
record RawTable(RecordType type) {

	/** Joins the corrections of the rows of {@code received}. */
	static final String CORRECTIONS = "left join etl.corrections as correction"
			+ " using (source_id, kafka_partition, kafka_offset)";

	private static final int ORIGIN_COLUMNS = 4;

	private static final WireReader WIRE = new WireReader();

	/** Its name with its schema. */
	String name() {
		return switch (this.type) {
			case USER_PROFILE -> "raw.user_profiles";
			case USER_DEVICE -> "raw.user_devices";
			case USER_LOCATION -> "raw.user_locations";
			case EVENT -> "raw.events";
			case ORDER -> "raw.orders";
			case ORDER_ITEM -> "raw.order_items";
			case ORDER_STATUS -> "raw.order_status_events";
			case CAMPAIGN_EVENT -> "raw.campaign_events";
		};
	}

	/**
	 * The columns of a {@link RawRow}, for a select list over {@code received} and
	 * {@code correction}.
	 * @param edits how often the row was edited, an expression
	 */
	String columns(String edits) {
		List<String> names = new ArrayList<>(
				List.of("source_id", "kafka_partition", "kafka_offset", "kafka_timestamp", "event_id"));
		this.type.fields().stream().map(ContractField::name).forEach(names::add);
		names.add("extra");
		String received = names.stream().map((name) -> "received.\"" + name + '"').collect(Collectors.joining(", "));
		return received + ", correction.action, correction.payload, correction.reason, correction.field,"
				+ " correction.message, " + edits;
	}

	/** Reads the row that a result stands on, selected by {@link #columns}. */
	RawRow rowOf(ResultSet result) throws SQLException {
		@Nullable String[] values = new String[1 + this.type.fields().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = result.getString(ORIGIN_COLUMNS + 1 + i);
		}
		int next = ORIGIN_COLUMNS + 1 + values.length;
		RawRow received = new RawRow(this.type, new Origin(result.getLong(1), result.getInt(2), result.getLong(3)),
				result.getObject(4, OffsetDateTime.class).toInstant(), values, result.getString(next), null,
				result.getInt(next + 6));
		String action = result.getString(next + 1);
		if (action == null) {
			return received;
		}
		return action.equals("edit") ? edited(received, result.getString(next + 2))
				: discarded(received, new Reading.Refused(RefusalReason.valueOf(result.getString(next + 3)),
						result.getString(next + 4), result.getString(next + 5)));
	}

	/**
	 * A row with other contents, at its own place and time.
	 * @param payload a JSON object of the same type
	 */
	private static RawRow edited(RawRow row, String payload) {
		if (WIRE.read(payload.getBytes(StandardCharsets.UTF_8)) instanceof WireRecord.Known known
				&& known.type() == row.type()) {
			return new RawRow(row.type(), row.origin(), row.kafkaTimestamp(), known.values(), known.extra(), null,
					row.edits());
		}
		throw new IllegalStateException("the correction of " + row.origin() + " is no " + row.type().wireName());
	}

	private static RawRow discarded(RawRow row, Reading.Refused why) {
		Instant kafkaTimestamp = row.kafkaTimestamp();
		return new RawRow(row.type(), row.origin(), kafkaTimestamp, row.values(), row.extra(), why, row.edits());
	}

}
