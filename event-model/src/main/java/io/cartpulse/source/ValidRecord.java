package io.cartpulse.source;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that all reading rules let pass. Its values are UUID for ids of sessions and
 * orders, Long for whole numbers and for times (microseconds since 1970-01-01T00:00Z),
 * BigDecimal for money (two decimals) and other decimals, LocalDate for birth dates, and
 * String.
 */
public final class ValidRecord {

	private final RecordType type;

	private final @Nullable UUID eventId;

	private final UUID fingerprint;

	private final long timeMicros;

	private final @Nullable Object[] values;

	private final List<String> repairs;

	ValidRecord(RecordType type, @Nullable UUID eventId, UUID fingerprint, long timeMicros, @Nullable Object[] values,
			List<String> repairs) {
		this.type = type;
		this.eventId = eventId;
		this.fingerprint = fingerprint;
		this.timeMicros = timeMicros;
		this.values = values;
		this.repairs = repairs;
	}

	public RecordType type() {
		return this.type;
	}

	/** The producer's identity for the message, where it gave one. */
	public @Nullable UUID eventId() {
		return this.eventId;
	}

	/** MD5 of the record's canonical text; compares as its lower-case hex does. */
	public UUID fingerprint() {
		return this.fingerprint;
	}

	/**
	 * When it was said: an event's timestamp, else generated_at, by default the Kafka
	 * record's, in microseconds since 1970-01-01T00:00Z.
	 */
	public long timeMicros() {
		return this.timeMicros;
	}

	/**
	 * A field's value.
	 * @param index its place in the type's fields
	 * @return the value, null when absent
	 */
	public @Nullable Object value(int index) {
		return this.values[index];
	}

	/**
	 * A field's value.
	 * @param field its name
	 * @return the value, null when absent
	 * @throws IllegalArgumentException when the type has no such field
	 */
	public @Nullable Object value(String field) {
		int index = this.type.indexOf(field);
		if (index < 0) {
			throw new IllegalArgumentException(this.type.wireName() + " has no field " + field);
		}
		return this.values[index];
	}

	/** The optional fields that were cleared because they could not be read. */
	public List<String> repairs() {
		return this.repairs;
	}

}
