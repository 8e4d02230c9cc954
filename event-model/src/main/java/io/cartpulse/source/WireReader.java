package io.cartpulse.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The reading side of the JSON codec. It judges no value: it tells which type a record is
 * of, and puts its characters into the contract's fields. Safe for several threads.
 */
public final class WireReader {

	/** The largest value that is looked into, in bytes. */
	public static final int MAX_BYTES = 1_048_576;

	private static final int MAX_NESTING = 500;

	private static final Set<String> SESSION_TYPES = Set.of("session_start", "session_end", "signup", "churn");

	private static final String TYPE = "type";

	private static final String EVENT_TYPE = "event_type";

	private static final String EVENT_ID = "event_id";

	private final JsonFactory factory = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(MAX_NESTING)
			.maxStringLength(MAX_BYTES)
			.maxNumberLength(MAX_BYTES)
			.maxNameLength(MAX_BYTES)
			.build())
		.build();

	/**
	 * Reads a record's value.
	 * @param value the bytes, null for a record without any
	 * @return a record of a known type, or why it is a dead letter; never fails
	 */
	public WireRecord read(byte @Nullable [] value) {
		if (value == null || value.length == 0) {
			return notJson("the record has no value");
		}
		if (value.length > MAX_BYTES) {
			return new WireRecord.Unreadable(DeadLetterReason.TOO_LARGE,
					"the value has %d bytes, more than %d".formatted(value.length, MAX_BYTES));
		}
		if (!isUtf8(value)) {
			return notJson("the value is no UTF-8 text");
		}
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), value)) {
			return read(parser);
		}
		catch (JacksonException ex) {
			return notJson("the value is no JSON text: it breaks off or goes wrong at byte "
					+ ((ex.getLocation() != null) ? ex.getLocation().getByteOffset() : -1));
		}
	}

	private WireRecord read(JsonParser parser) {
		JsonToken first = parser.nextToken();
		if (first == null || first == JsonToken.VALUE_NULL) {
			return notJson("the value is empty or null");
		}
		if (first != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return (parser.nextToken() == null)
					? new WireRecord.Unreadable(DeadLetterReason.NOT_AN_OBJECT, "the value is JSON, but no object")
					: trailing();
		}
		Map<String, JsonValue> fields = new LinkedHashMap<>(32);
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = JsonValue.storable(parser.currentName());
			parser.nextToken();
			fields.put(name, JsonValue.read(parser));
		}
		return (parser.nextToken() == null) ? recordOf(fields) : trailing();
	}

	private static WireRecord recordOf(Map<String, JsonValue> fields) {
		JsonValue type = fields.remove(TYPE);
		String name = (type != null && type.text() != null) ? type.text().strip().toLowerCase(Locale.ROOT) : "";
		if (type == null || type.isNull()) {
			JsonValue eventType = fields.get(EVENT_TYPE);
			name = (eventType != null && !eventType.isNull()) ? RecordType.EVENT.wireName() : "";
		}
		else if (SESSION_TYPES.contains(name)) {
			return sessionRecord(name, fields);
		}
		RecordType known = RecordType.ofWireName(name);
		if (known == null) {
			return new WireRecord.Unreadable(DeadLetterReason.UNKNOWN_TYPE,
					"the object's type is none of the contract's");
		}
		return known(known, fields, null);
	}

	/**
	 * A session type is an event of that event_type; another event_type of its own is
	 * kept.
	 */
	private static WireRecord sessionRecord(String name, Map<String, JsonValue> fields) {
		JsonValue own = fields.remove(EVENT_TYPE);
		boolean other = own != null && !own.isNull()
				&& (own.text() == null || !own.text().strip().equalsIgnoreCase(name));
		fields.put(EVENT_TYPE, JsonValue.ofText(name));
		return known(RecordType.EVENT, fields, other ? own : null);
	}

	private static WireRecord known(RecordType type, Map<String, JsonValue> fields,
			@Nullable JsonValue otherEventType) {
		List<ContractField> contract = type.fields();
		@Nullable String[] values = new String[1 + contract.size()];
		values[0] = take(EVENT_ID, fields);
		for (int i = 0; i < contract.size(); i++) {
			values[i + 1] = take(contract.get(i).name(), fields);
		}
		if (otherEventType != null) {
			fields.put(EVENT_TYPE, otherEventType);
		}
		return new WireRecord.Known(type, values, fields.isEmpty() ? null : JsonValue.objectOf(fields));
	}

	/**
	 * Takes a contract field's scalar; what is no scalar stays, and so comes into extra.
	 */
	private static @Nullable String take(String name, Map<String, JsonValue> fields) {
		JsonValue value = fields.get(name);
		if (value == null || value.isStructure()) {
			return null;
		}
		fields.remove(name);
		return value.text();
	}

	private static WireRecord trailing() {
		return notJson("there is text after the JSON value");
	}

	private static WireRecord notJson(String detail) {
		return new WireRecord.Unreadable(DeadLetterReason.NOT_JSON, detail);
	}

	/** The parser itself would also take UTF-16, and would not see all wrong UTF-8. */
	private static boolean isUtf8(byte[] value) {
		boolean ascii = true;
		for (byte one : value) {
			if (one == 0) {
				return false;
			}
			ascii &= one > 0;
		}
		return ascii || isWellFormed(value);
	}

	private static boolean isWellFormed(byte[] value) {
		try {
			StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(value));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
