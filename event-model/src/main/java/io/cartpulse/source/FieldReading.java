package io.cartpulse.source;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field: absent, unreadable, read, or read and refused.
 *
 * @param value the value, null unless read
 * @param rule the rule that the characters break, null when read or absent
 * @param refused whether the record is refused for it even where the field is optional
 */
record FieldReading(@Nullable Object value, @Nullable String rule, boolean refused) {

	static final FieldReading ABSENT = new FieldReading(null, null, false);

	static final FieldReading UNREADABLE = unreadable("must be a scalar");

	static FieldReading of(Object value) {
		return new FieldReading(value, null, false);
	}

	static FieldReading unreadable(String rule) {
		return new FieldReading(null, rule, false);
	}

	static FieldReading refused(String rule) {
		return new FieldReading(null, rule, true);
	}

	boolean isAbsent() {
		return this == ABSENT;
	}

	boolean isUnreadable() {
		return this.rule != null;
	}

}
