package io.cartpulse.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static io.cartpulse.source.ContractField.optional;
import static io.cartpulse.source.ContractField.required;

/**
 * The record types of the wire contract, with their fields in the contract's order.
 */
public enum RecordType {

	/** Who a user is. */
	USER_PROFILE("user_profile", required("user_id", FieldKind.ID_NUMBER), optional("name", FieldKind.TEXT),
			optional("email", FieldKind.CODE), optional("birth_date", FieldKind.BIRTH_DATE),
			optional("gender", FieldKind.GENDER), optional("generated_at", FieldKind.GENERATED_AT)),
	/** What a user came with. */
	USER_DEVICE("user_device", required("user_id", FieldKind.ID_NUMBER), required("device_type", FieldKind.DEVICE_TYPE),
			optional("os", FieldKind.NAME), optional("browser", FieldKind.NAME),
			optional("generated_at", FieldKind.GENERATED_AT)),
	/** Where a user is; city, country or both coordinates are required together. */
	USER_LOCATION("user_location", required("user_id", FieldKind.ID_NUMBER), optional("city", FieldKind.NAME),
			optional("country", FieldKind.NAME), optional("lat", FieldKind.LATITUDE),
			optional("lon", FieldKind.LONGITUDE), optional("weather_temp", FieldKind.DECIMAL),
			optional("weather_desc", FieldKind.TEXT), optional("generated_at", FieldKind.GENERATED_AT)),
	/** What happened in the shop. */
	EVENT("event", required("event_type", FieldKind.EVENT_TYPE), required("timestamp", FieldKind.TIME),
			optional("user_id", FieldKind.ID_NUMBER), optional("session_id", FieldKind.UUID),
			optional("product_id", FieldKind.ID_NUMBER), optional("product_name", FieldKind.NAME),
			optional("product_category", FieldKind.NAME), optional("order_id", FieldKind.UUID),
			optional("quantity", FieldKind.QUANTITY), optional("city", FieldKind.NAME),
			optional("country", FieldKind.NAME), optional("lat", FieldKind.LATITUDE),
			optional("lon", FieldKind.LONGITUDE), optional("cost_usd", FieldKind.MONEY),
			optional("cost_eur", FieldKind.MONEY), optional("cost_rub", FieldKind.MONEY),
			optional("weather_temp", FieldKind.DECIMAL), optional("weather_desc", FieldKind.TEXT)),
	/** An order's head. */
	ORDER("order", required("order_id", FieldKind.UUID), required("order_ts", FieldKind.TIME),
			required("total_usd", FieldKind.MONEY), optional("user_id", FieldKind.ID_NUMBER),
			optional("campaign_id", FieldKind.ID_TEXT), optional("generated_at", FieldKind.GENERATED_AT)),
	/** A line of an order. */
	ORDER_ITEM("order_item", required("order_id", FieldKind.UUID), required("product_id", FieldKind.ID_NUMBER),
			required("price_usd", FieldKind.MONEY), optional("quantity", FieldKind.QUANTITY),
			optional("line_no", FieldKind.LINE_NUMBER), optional("generated_at", FieldKind.GENERATED_AT)),
	/** A step in an order's life. */
	ORDER_STATUS("order_status", required("order_id", FieldKind.UUID), required("status", FieldKind.STATUS),
			optional("refunded_usd", FieldKind.MONEY), optional("generated_at", FieldKind.GENERATED_AT)),
	/** A campaign seen, clicked, or come to its end. */
	CAMPAIGN_EVENT("campaign_event", required("campaign_id", FieldKind.ID_TEXT), required("action", FieldKind.ACTION),
			optional("user_id", FieldKind.ID_NUMBER), optional("campaign_name", FieldKind.NAME),
			optional("channel", FieldKind.NAME), optional("cost", FieldKind.MONEY),
			optional("generated_at", FieldKind.GENERATED_AT));

	private static final Map<String, RecordType> BY_WIRE_NAME = new HashMap<>();

	static {
		for (RecordType type : values()) {
			BY_WIRE_NAME.put(type.wireName, type);
		}
	}

	private final String wireName;

	private final List<ContractField> fields;

	private final Map<String, Integer> indexes;

	RecordType(String wireName, ContractField... fields) {
		this.wireName = wireName;
		this.fields = List.of(fields);
		Map<String, Integer> byName = new HashMap<>();
		Arrays.stream(fields).forEach((field) -> byName.put(field.name(), byName.size()));
		this.indexes = Collections.unmodifiableMap(byName);
	}

	/** Its value of {@code type} on the wire. */
	public String wireName() {
		return this.wireName;
	}

	/** Its fields in the contract's order, without event_id. */
	public List<ContractField> fields() {
		return this.fields;
	}

	/**
	 * Finds a field.
	 * @param field its name
	 * @return its place in {@link #fields()}, -1 when the type has no such field
	 */
	public int indexOf(String field) {
		return this.indexes.getOrDefault(field, -1);
	}

	static @Nullable RecordType ofWireName(String wireName) {
		return BY_WIRE_NAME.get(wireName);
	}

}
