package io.cartpulse.source;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The reading rules: from a record's characters to its values, or to the reason why it is
 * refused. It knows no other record and no clock but Kafka's. Safe for several threads.
 */
public final class RecordValidator {

	private static final JsonFactory JSON = new JsonFactory();

	private static final Set<String> NEEDS_SESSION = Set.of("session_start", "session_end");

	private static final Set<String> NEEDS_USER = Set.of("signup", "churn");

	private final ReadingSettings settings;

	private final FieldReader fields;

	public RecordValidator(ReadingSettings settings) {
		this.settings = settings;
		this.fields = new FieldReader(settings.placeholders());
	}

	/**
	 * Reads a record.
	 * @param type its type
	 * @param values event_id, then the contract fields in order, as
	 * {@link WireRecord.Known} has them
	 * @param extra the rest of it, where a contract field that is no scalar lies under
	 * its name
	 * @param kafkaTimestamp the Kafka record's timestamp
	 * @return the record's values, or why it is refused
	 */
	public Reading validate(RecordType type, @Nullable String[] values, @Nullable String extra,
			Instant kafkaTimestamp) {
		RecordReading reading = new RecordReading(type, this.settings, micros(kafkaTimestamp));
		for (int i = 0; i < type.fields().size(); i++) {
			reading.set(i, this.fields.read(type.fields().get(i).kind(), values[i + 1], reading.kafkaMicros()));
		}
		FieldReading eventId = this.fields.read(FieldKind.UUID, values[0], reading.kafkaMicros());
		if (extra != null) {
			eventId = markStructures(extra, reading, eventId);
		}
		requireByEventType(type, reading);
		return reading.conclude(eventId);
	}

	private static void requireByEventType(RecordType type, RecordReading reading) {
		if (type == RecordType.EVENT) {
			Object eventType = reading.value("event_type");
			if (eventType instanceof String name) {
				if (NEEDS_SESSION.contains(name)) {
					reading.require("session_id");
				}
				else if (NEEDS_USER.contains(name)) {
					reading.require("user_id");
				}
			}
		}
	}

	/** A contract field that lies in extra is present, but unreadable. */
	private static FieldReading markStructures(String extra, RecordReading reading, FieldReading eventId) {
		FieldReading itsEventId = eventId;
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), extra)) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				parser.nextToken();
				parser.skipChildren();
				reading.markUnreadable(name);
				if (name.equals("event_id")) {
					itsEventId = FieldReading.UNREADABLE;
				}
			}
		}
		return itsEventId;
	}

	private static long micros(Instant instant) {
		return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
	}

}
