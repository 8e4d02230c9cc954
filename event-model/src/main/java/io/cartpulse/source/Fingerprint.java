package io.cartpulse.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a record by its contents: MD5 of the type and of each present field as
 * {@code name=value}, in the contract's order, joined by U+001F. Decimals are plain,
 * without trailing zeros; times are epoch microseconds.
 */
final class Fingerprint {

	private static final char SEPARATOR = '\u001F';

	private Fingerprint() {
	}

	static UUID of(RecordType type, @Nullable Object[] values) {
		StringBuilder canonical = new StringBuilder(256).append(type.wireName());
		List<ContractField> fields = type.fields();
		for (int i = 0; i < values.length; i++) {
			if (values[i] != null) {
				canonical.append(SEPARATOR).append(fields.get(i).name()).append('=').append(plain(values[i]));
			}
		}
		return NameBasedUuid.md5(canonical);
	}

	private static Object plain(Object value) {
		return (value instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString() : value;
	}

}
