package io.cartpulse.batch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text format of PostgreSQL's {@code COPY ... FROM STDIN}: values in column
 * order, each row ended. One buffer for one thread, used again after each copy.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS">file
 * formats</a>
 */
public final class CopyText {

	private static final byte[] NULL = { '\\', 'N' };

	private static final long MICROS_A_DAY = 86_400_000_000L;

	private byte[] buffer = new byte[1 << 16];

	private int length;

	private boolean rowBegun;

	/** Day of {@link #dayText}; most rows of a chunk fall on a few days. */
	private long day = Long.MIN_VALUE;

	private byte[] dayText = {};

	/**
	 * Adds a text.
	 * @param value anything but U+0000, which PostgreSQL cannot store
	 */
	public CopyText text(@Nullable String value) {
		if (value == null) {
			return absent();
		}
		separate();
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		reserve(bytes.length * 2);
		for (byte one : bytes) {
			byte escape = escapeOf(one);
			if (escape != 0) {
				this.buffer[this.length++] = '\\';
				this.buffer[this.length++] = escape;
			}
			else {
				this.buffer[this.length++] = one;
			}
		}
		return this;
	}

	public CopyText number(@Nullable Long value) {
		return (value != null) ? plain(Long.toString(value)) : absent();
	}

	public CopyText decimal(@Nullable BigDecimal value) {
		return (value != null) ? plain(value.toPlainString()) : absent();
	}

	public CopyText uuid(@Nullable UUID value) {
		return (value != null) ? plain(value.toString()) : absent();
	}

	public CopyText date(@Nullable LocalDate value) {
		return (value != null) ? plain(value.toString()) : absent();
	}

	/**
	 * Adds a moment.
	 * @param epochMicros microseconds since 1970-01-01T00:00Z, years 1 to 9999
	 */
	public CopyText timestamp(@Nullable Long epochMicros) {
		if (epochMicros == null) {
			return absent();
		}
		separate();
		reserve(40);
		long itsDay = Math.floorDiv(epochMicros, MICROS_A_DAY);
		if (itsDay != this.day) {
			this.day = itsDay;
			this.dayText = LocalDate.ofEpochDay(itsDay).toString().getBytes(StandardCharsets.US_ASCII);
		}
		System.arraycopy(this.dayText, 0, this.buffer, this.length, this.dayText.length);
		this.length += this.dayText.length;
		long micros = Math.floorMod(epochMicros, MICROS_A_DAY);
		long seconds = micros / 1_000_000;
		digits(' ', seconds / 3600, 2);
		digits(':', seconds / 60 % 60, 2);
		digits(':', seconds % 60, 2);
		digits('.', micros % 1_000_000, 6);
		this.buffer[this.length++] = '+';
		this.buffer[this.length++] = '0';
		this.buffer[this.length++] = '0';
		return this;
	}

	/** Ends the row. */
	public void endRow() {
		reserve(1);
		this.buffer[this.length++] = '\n';
		this.rowBegun = false;
	}

	/**
	 * Sends the rows over a connection, in its present transaction, and forgets them.
	 * @param connection a connection of PostgreSQL, pooled or not
	 * @param copy the statement, {@code copy t (a, b) from stdin}
	 * @return the number of rows stored
	 * @throws SQLException when the server refuses a row
	 */
	public long copyInto(Connection connection, String copy) throws SQLException {
		CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
		try {
			in.writeToCopy(this.buffer, 0, this.length);
			return in.endCopy();
		}
		finally {
			clear();
			if (in.isActive()) {
				in.cancelCopy();
			}
		}
	}

	/** Forgets the rows. */
	public void clear() {
		this.length = 0;
		this.rowBegun = false;
	}

	private CopyText absent() {
		separate();
		reserve(NULL.length);
		this.buffer[this.length++] = NULL[0];
		this.buffer[this.length++] = NULL[1];
		return this;
	}

	private CopyText plain(String ascii) {
		separate();
		reserve(ascii.length());
		for (int i = 0; i < ascii.length(); i++) {
			this.buffer[this.length++] = (byte) ascii.charAt(i);
		}
		return this;
	}

	private void digits(char before, long value, int count) {
		this.buffer[this.length++] = (byte) before;
		for (int i = count - 1; i >= 0; i--) {
			this.buffer[this.length + i] = (byte) ('0' + value % 10);
			value /= 10;
		}
		this.length += count;
	}

	private void separate() {
		if (this.rowBegun) {
			reserve(1);
			this.buffer[this.length++] = '\t';
		}
		this.rowBegun = true;
	}

	private void reserve(int bytes) {
		if (this.buffer.length - this.length < bytes) {
			this.buffer = Arrays.copyOf(this.buffer, Math.max(this.buffer.length * 2, this.length + bytes));
		}
	}

	private static byte escapeOf(byte one) {
		return switch (one) {
			case '\\' -> '\\';
			case '\t' -> 't';
			case '\n' -> 'n';
			case '\r' -> 'r';
			default -> 0;
		};
	}

}
