package io.cartpulse.mart;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowBinaryTests {

	private final RowBinary rows = new RowBinary(4);

	@Test
	void writesIntegersLittleEndian() {
		this.rows.int8(-2);
		this.rows.int32(0x01020304);
		this.rows.int64(-2);
		assertThat(this.rows.copy()).isEqualTo(bytes(0xfe, 4, 3, 2, 1, 0xfe, 255, 255, 255, 255, 255, 255, 255));
	}

	@Test
	void writesDoublesAsTheirBits() {
		this.rows.float64(1.5);
		assertThat(this.rows.copy()).isEqualTo(bytes(0, 0, 0, 0, 0, 0, 0xf8, 0x3f));
	}

	@Test
	void writesAUuidAsTwoLittleEndianHalves() {
		this.rows.uuid(UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f"));
		assertThat(this.rows.copy()).isEqualTo(bytes(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
	}

	@ParameterizedTest
	@CsvSource({ "12.34,1234", "5,500", "-0.01,-1", "9999999999.99,999999999999", "1e2,10000" })
	void writesMoneyInCents(String amount, long cents) {
		this.rows.money(new BigDecimal(amount));
		assertThat(int64()).isEqualTo(cents);
	}

	@Test
	void refusesFractionsOfACent() {
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> this.rows.money(new BigDecimal("0.001")));
	}

	@Test
	void writesRatesInTenDecimals() {
		this.rows.rate(new BigDecimal("0.00000000025"));
		this.rows.rate(new BigDecimal("1844674407.3709551617"));
		assertThat(this.rows.copy()).isEqualTo(
				bytes(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0));
	}

	@ParameterizedTest
	@CsvSource({ "1970-01-01T00:00:00.000001Z,1", "1969-12-31T23:59:59.999999Z,-1",
			"2024-03-01T10:00:02.1+02:00,1709280002100000", "9999-12-31T23:59:59.999999Z,253402300799999999" })
	void writesTimesInMicroseconds(String time, long micros) {
		this.rows.time(OffsetDateTime.parse(time));
		assertThat(int64()).isEqualTo(micros);
	}

	@Test
	void writesTextBehindItsLengthInBytes() {
		this.rows.text("Zoë");
		this.rows.text("");
		assertThat(this.rows.copy()).isEqualTo(bytes(4, 'Z', 'o', 0xc3, 0xab, 0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 127, 128, 16_383, 16_384, 300_000 })
	void writesLengthsOfAnySize(int length) {
		this.rows.text("x".repeat(length));
		byte[] written = this.rows.copy();
		int read = 0;
		int at = 0;
		do {
			read |= (written[at] & 0x7f) << (7 * at);
		}
		while (written[at++] < 0);
		assertThat(read).isEqualTo(length);
		assertThat(new String(written, at, written.length - at, StandardCharsets.US_ASCII))
			.isEqualTo("x".repeat(length));
	}

	@Test
	void beginsAnewWhenCleared() {
		this.rows.int64(1);
		this.rows.clear();
		assertThat(this.rows.length()).isZero();
		this.rows.append(bytes(1, 2, 3), 2);
		assertThat(Arrays.copyOf(this.rows.buffer(), this.rows.length())).isEqualTo(bytes(1, 2));
	}

	private long int64() {
		long value = 0;
		byte[] written = this.rows.copy();
		assertThat(written).hasSize(Long.BYTES);
		for (int i = Long.BYTES - 1; i >= 0; i--) {
			value = value << Byte.SIZE | (written[i] & 0xff);
		}
		return value;
	}

	private static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

}
