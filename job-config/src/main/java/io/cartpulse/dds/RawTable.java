package io.cartpulse.dds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.cartpulse.source.ContractField;
import io.cartpulse.source.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * The RAW table of a record type, seen by a reader.
 *
 * @param type the record type
 */
record RawTable(RecordType type) {

	private static final int ORIGIN_COLUMNS = 4;

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
	 * The columns of a {@link RawRow}, for a select list.
	 * @param alias the table's alias in the statement
	 */
	String columns(String alias) {
		List<String> names = new ArrayList<>(
				List.of("source_id", "kafka_partition", "kafka_offset", "kafka_timestamp", "event_id"));
		this.type.fields().stream().map(ContractField::name).forEach(names::add);
		names.add("extra");
		return names.stream().map((name) -> alias + ".\"" + name + '"').collect(Collectors.joining(", "));
	}

	/** Reads the row that a result stands on, selected by {@link #columns}. */
	RawRow rowOf(ResultSet result) throws SQLException {
		@Nullable String[] values = new String[1 + this.type.fields().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = result.getString(ORIGIN_COLUMNS + 1 + i);
		}
		return new RawRow(this.type, new Origin(result.getLong(1), result.getInt(2), result.getLong(3)),
				result.getObject(4, OffsetDateTime.class).toInstant(), values,
				result.getString(ORIGIN_COLUMNS + 1 + values.length));
	}

}
