package io.cartpulse.raw;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL's COPY in its binary format, in the transaction of the connection. Rows are
 * sent as they come: what is held here is little more than the largest row.
 */
final class BinaryCopy implements AutoCloseable {

	private static final byte[] HEADER = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0,
			0, 0, 0, 0 };

	private static final int SEND_AT = 1 << 16;

	/** PostgreSQL counts time from 2000-01-01. */
	private static final long POSTGRES_EPOCH_MILLIS = 946_684_800_000L;

	/** 9999-12-31: a timestamp beyond it is as wrong as this one. */
	private static final long MAX_MILLIS = 253_402_300_799_999L;

	private static final int NULL_LENGTH = -1;

	private static final int JSONB_VERSION = 1;

	private final CopyIn copy;

	private final int columns;

	private byte[] buffer = new byte[SEND_AT * 2];

	private int size;

	BinaryCopy(Connection connection, RawTable table) throws SQLException {
		this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyStatement());
		this.columns = table.columns().size();
		put(HEADER);
	}

	void startRow() throws SQLException {
		if (this.size >= SEND_AT) {
			send();
		}
		putShort(this.columns);
	}

	void writeInt(int value) {
		putInt(Integer.BYTES);
		putInt(value);
	}

	void writeLong(long value) {
		putInt(Long.BYTES);
		putLong(value);
	}

	void writeTimestamp(long epochMillis) {
		long millis = Math.max(0, Math.min(epochMillis, MAX_MILLIS));
		writeLong((millis - POSTGRES_EPOCH_MILLIS) * 1000);
	}

	void writeText(@Nullable String value) {
		writeBytes((value != null) ? value.getBytes(StandardCharsets.UTF_8) : null);
	}

	void writeJson(@Nullable String value) {
		if (value == null) {
			putInt(NULL_LENGTH);
			return;
		}
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		putInt(bytes.length + 1);
		putByte(JSONB_VERSION);
		put(bytes);
	}

	void writeBytes(byte @Nullable [] value) {
		if (value == null) {
			putInt(NULL_LENGTH);
			return;
		}
		putInt(value.length);
		put(value);
	}

	/**
	 * Ends the copy.
	 * @return how many rows PostgreSQL took
	 */
	long finish() throws SQLException {
		putShort(-1);
		send();
		return this.copy.endCopy();
	}

	@Override
	public void close() throws SQLException {
		if (this.copy.isActive()) {
			this.copy.cancelCopy();
		}
	}

	private void send() throws SQLException {
		this.copy.writeToCopy(this.buffer, 0, this.size);
		this.size = 0;
	}

	private void put(byte[] bytes) {
		reserve(bytes.length);
		System.arraycopy(bytes, 0, this.buffer, this.size, bytes.length);
		this.size += bytes.length;
	}

	private void putByte(int value) {
		reserve(Byte.BYTES);
		this.buffer[this.size++] = (byte) value;
	}

	private void putShort(int value) {
		putByte(value >> 8);
		putByte(value);
	}

	private void putInt(int value) {
		reserve(Integer.BYTES);
		for (int shift = 24; shift >= 0; shift -= 8) {
			this.buffer[this.size++] = (byte) (value >> shift);
		}
	}

	private void putLong(long value) {
		putInt((int) (value >> 32));
		putInt((int) value);
	}

	private void reserve(int more) {
		if (this.size + more > this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, Math.max(this.buffer.length * 2, this.size + more));
		}
	}

}
