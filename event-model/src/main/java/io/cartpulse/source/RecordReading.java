package io.cartpulse.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A record while it is read: its fields, then the rules that look at the whole of it.
 */
final class RecordReading {

	private final RecordType type;

	private final ReadingSettings settings;

	private final long kafkaMicros;

	private final FieldReading[] fields;

	private final boolean[] required;

	private final List<String> repairs = new ArrayList<>(0);

	RecordReading(RecordType type, ReadingSettings settings, long kafkaMicros) {
		this.type = type;
		this.settings = settings;
		this.kafkaMicros = kafkaMicros;
		this.fields = new FieldReading[type.fields().size()];
		this.required = new boolean[this.fields.length];
	}

	long kafkaMicros() {
		return this.kafkaMicros;
	}

	void set(int index, FieldReading field) {
		this.fields[index] = field;
		this.required[index] = this.type.fields().get(index).required();
	}

	@Nullable Object value(String field) {
		FieldReading reading = this.fields[this.type.indexOf(field)];
		return reading.refused() ? null : reading.value();
	}

	/** Makes an optional field required. */
	void require(String field) {
		this.required[this.type.indexOf(field)] = true;
	}

	/** Says that a field that seems absent is present after all. */
	void markUnreadable(String name) {
		int index = this.type.indexOf(name);
		if (index >= 0 && this.fields[index].isAbsent()) {
			this.fields[index] = FieldReading.UNREADABLE;
		}
	}

	/** Applies the rules in the contract's order. */
	Reading conclude(FieldReading eventId) {
		pairCoordinates();
		Reading.Refused refused = firstMissing();
		if (refused == null) {
			refused = firstRefused();
		}
		if (refused == null) {
			refused = firstInFuture();
		}
		return (refused != null) ? refused : new Reading.Valid(valid(eventId));
	}

	/** One coordinate without the other is none. */
	private void pairCoordinates() {
		int lat = this.type.indexOf("lat");
		if (lat >= 0) {
			int lon = this.type.indexOf("lon");
			boolean half = (this.fields[lat].value() == null) != (this.fields[lon].value() == null);
			if (half) {
				clear(lat);
				clear(lon);
			}
		}
	}

	private void clear(int index) {
		if (this.fields[index].value() != null) {
			this.fields[index] = FieldReading.unreadable("must come with the other coordinate");
		}
	}

	private Reading.@Nullable Refused firstMissing() {
		for (int i = 0; i < this.fields.length; i++) {
			if (this.required[i] && this.fields[i].isAbsent()) {
				return new Reading.Refused(RefusalReason.MISSING_FIELD, name(i), name(i) + ": is required");
			}
		}
		if (this.type == RecordType.USER_LOCATION && value("city") == null && value("country") == null
				&& value("lat") == null) {
			return new Reading.Refused(RefusalReason.MISSING_FIELD, "city",
					"city: a city, a country, or both coordinates are required");
		}
		return null;
	}

	private Reading.@Nullable Refused firstRefused() {
		for (int i = 0; i < this.fields.length; i++) {
			FieldReading field = this.fields[i];
			if (field.isUnreadable() && isRefused(i, field)) {
				RefusalReason reason = (this.type.fields().get(i).kind() == FieldKind.EVENT_TYPE && field.refused())
						? RefusalReason.UNKNOWN_EVENT_TYPE : RefusalReason.INVALID_VALUE;
				return new Reading.Refused(reason, name(i), name(i) + ": " + field.rule());
			}
			if (isTime(i) && field.value() instanceof Long micros
					&& micros < TimeUnit.MILLISECONDS.toMicros(this.settings.earliest().toEpochMilli())) {
				return new Reading.Refused(RefusalReason.INVALID_VALUE, name(i),
						name(i) + ": must not be before " + this.settings.earliest());
			}
		}
		return null;
	}

	private boolean isRefused(int index, FieldReading field) {
		return this.required[index] || field.refused() || name(index).equals("user_id")
				|| (this.type == RecordType.ORDER_ITEM && name(index).equals("quantity"));
	}

	private static String words(Duration time) {
		return (time.toSeconds() % TimeUnit.HOURS.toSeconds(1) == 0) ? time.toHours() + " h" : time.toSeconds() + " s";
	}

	private Reading.@Nullable Refused firstInFuture() {
		long latest = this.kafkaMicros + TimeUnit.MILLISECONDS.toMicros(this.settings.futureTolerance().toMillis());
		for (int i = 0; i < this.fields.length; i++) {
			if (isTime(i) && this.fields[i].value() instanceof Long micros && micros > latest) {
				return new Reading.Refused(RefusalReason.FUTURE_TIMESTAMP, name(i), name(i) + ": must not be more than "
						+ words(this.settings.futureTolerance()) + " after the Kafka record");
			}
		}
		return null;
	}

	private ValidRecord valid(FieldReading eventId) {
		@Nullable Object[] values = new Object[this.fields.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.fields[i].value();
			if (this.fields[i].isUnreadable()) {
				this.repairs.add(name(i));
			}
		}
		if (eventId.isUnreadable()) {
			this.repairs.add("event_id");
		}
		int quantity = (this.type == RecordType.ORDER_ITEM) ? this.type.indexOf("quantity") : -1;
		if (quantity >= 0 && values[quantity] == null) {
			values[quantity] = 1L;
		}
		UUID fingerprint = Fingerprint.of(this.type, values);
		return new ValidRecord(this.type, (UUID) eventId.value(), fingerprint, time(values), values,
				List.copyOf(this.repairs));
	}

	/**
	 * Fills in a generated_at after the fingerprint is taken: a default is no contents.
	 */
	private long time(@Nullable Object[] values) {
		int index = this.type.indexOf((this.type == RecordType.EVENT) ? "timestamp" : "generated_at");
		if (values[index] == null) {
			values[index] = this.kafkaMicros;
		}
		return (Long) values[index];
	}

	private boolean isTime(int index) {
		FieldKind kind = this.type.fields().get(index).kind();
		return kind == FieldKind.TIME || kind == FieldKind.GENERATED_AT;
	}

	private String name(int index) {
		return this.type.fields().get(index).name();
	}

}
