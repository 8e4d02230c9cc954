package io.cartpulse.raw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.source.ContractField;
import io.cartpulse.source.RecordType;

/**
 * A RAW table as COPY fills it: the origin's columns first, then its own.
 *
 * @param name the table's name, with its schema
 * @param columns all columns that are written, in order
 */
record RawTable(String name, List<String> columns) {

	private static final List<String> ORIGIN = List.of("source_id", "kafka_partition", "kafka_offset",
			"kafka_timestamp", "load_id");

	static final RawTable DEAD_LETTERS = of("raw.dead_letters", List.of("reason", "detail", "key", "payload"));

	private static final Map<RecordType, RawTable> BY_TYPE = new EnumMap<>(RecordType.class);

	static {
		for (RecordType type : RecordType.values()) {
			List<String> columns = new ArrayList<>();
			columns.add("event_id");
			type.fields().stream().map(ContractField::name).forEach(columns::add);
			columns.add("extra");
			BY_TYPE.put(type, of(nameOf(type), columns));
		}
	}

	static RawTable of(RecordType type) {
		RawTable table = BY_TYPE.get(type);
		if (table == null) {
			throw new IllegalArgumentException("no RAW table for " + type);
		}
		return table;
	}

	String copyStatement() {
		return "copy " + this.name + " (" + String.join(", ", this.columns) + ") from stdin (format binary)";
	}

	private static RawTable of(String name, List<String> own) {
		List<String> columns = new ArrayList<>(ORIGIN);
		columns.addAll(own);
		return new RawTable(name, List.copyOf(columns));
	}

	private static String nameOf(RecordType type) {
		return switch (type) {
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

}
