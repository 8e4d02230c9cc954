package io.cartpulse.mart;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;

/**
 * A growing buffer in ClickHouse's RowBinary format: little-endian, one value after the
 * other, no separators.
 */
final class RowBinary {

	private byte[] bytes;

	private int length;

	RowBinary(int capacity) {
		this.bytes = new byte[capacity];
	}

	void int8(int value) {
		reserve(1);
		this.bytes[this.length++] = (byte) value;
	}

	void int32(int value) {
		reserve(Integer.BYTES);
		for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
			this.bytes[this.length++] = (byte) (value >>> shift);
		}
	}

	void int64(long value) {
		reserve(Long.BYTES);
		for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
			this.bytes[this.length++] = (byte) (value >>> shift);
		}
	}

	void float64(double value) {
		int64(Double.doubleToRawLongBits(value));
	}

	void uuid(UUID value) {
		int64(value.getMostSignificantBits());
		int64(value.getLeastSignificantBits());
	}

	/** {@code Decimal(18, 2)}. */
	void money(BigDecimal value) {
		int64(value.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
	}

	/** {@code Decimal(38, 10)}; finer digits are rounded. */
	void rate(BigDecimal value) {
		BigInteger unscaled = value.setScale(10, RoundingMode.HALF_UP).unscaledValue();
		int64(unscaled.longValue());
		int64(unscaled.shiftRight(Long.SIZE).longValueExact());
	}

	/** {@code DateTime64(6)}. */
	void time(OffsetDateTime value) {
		int64(Math.addExact(Math.multiplyExact(value.toEpochSecond(), 1_000_000L), value.getNano() / 1000));
	}

	/** {@code Date}. */
	void day(LocalDate value) {
		int day = Math.toIntExact(value.toEpochDay());
		int8(day);
		int8(day >>> Byte.SIZE);
	}

	void text(String value) {
		byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
		int rest = utf8.length;
		while (rest > 0x7f) {
			int8((rest & 0x7f) | 0x80);
			rest >>>= 7;
		}
		int8(rest);
		append(utf8, utf8.length);
	}

	void append(byte[] more, int count) {
		reserve(count);
		System.arraycopy(more, 0, this.bytes, this.length, count);
		this.length += count;
	}

	void clear() {
		this.length = 0;
	}

	int length() {
		return this.length;
	}

	/** The buffer itself, of which the first {@link #length()} bytes count. */
	byte[] buffer() {
		return this.bytes;
	}

	byte[] copy() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	private void reserve(int more) {
		if (this.bytes.length - this.length < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

}
