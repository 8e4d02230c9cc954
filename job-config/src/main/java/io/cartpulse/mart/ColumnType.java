package io.cartpulse.mart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * How a column's value goes from PostgreSQL to ClickHouse.
 */
enum ColumnType {

	/** {@code integer} to {@code UInt8}. */
	FLAG(ResultSet::getInt, (out, value) -> out.int8(value)),
	/** {@code integer} or {@code bigint} to {@code UInt32}. */
	COUNT(ResultSet::getLong, (out, value) -> out.int32(value.intValue())),
	/** {@code bigint} to {@code UInt64}. */
	ID(ResultSet::getLong, (out, value) -> out.int64(value)),
	/** {@code uuid} to {@code UUID}. */
	KEY((row, index) -> row.getObject(index, UUID.class), RowBinary::uuid),
	/** {@code text} to {@code String}. */
	TEXT(ResultSet::getString, RowBinary::text),
	/** {@code timestamptz} to {@code DateTime64(6)}. */
	TIME((row, index) -> row.getObject(index, OffsetDateTime.class), RowBinary::time),
	/** {@code date} to {@code Date}. */
	DAY((row, index) -> row.getObject(index, LocalDate.class), RowBinary::day),
	/** {@code numeric(18, 2)} to {@code Decimal(18, 2)}. */
	MONEY(ResultSet::getBigDecimal, RowBinary::money),
	/** {@code numeric} to {@code Decimal(38, 10)}. */
	RATE(ResultSet::getBigDecimal, RowBinary::rate),
	/** {@code numeric} to {@code Float64}. */
	MEASURE(ResultSet::getDouble, (out, value) -> out.float64(value));

	private final Copier copier;

	<T> ColumnType(Getter<T> getter, BiConsumer<RowBinary, T> encoder) {
		this.copier = (row, index, nullable, out) -> copy(getter.get(row, index), row.wasNull(), nullable, encoder,
				out);
	}

	/** Encodes the value of a column, with a null mark where ClickHouse expects one. */
	void copy(ResultSet row, int index, boolean nullable, RowBinary out) throws SQLException {
		this.copier.copy(row, index, nullable, out);
	}

	private static <T> void copy(@Nullable T value, boolean absent, boolean nullable, BiConsumer<RowBinary, T> encoder,
			RowBinary out) throws SQLException {
		if (nullable) {
			out.int8(absent ? 1 : 0);
		}
		else if (absent) {
			throw new SQLException("null in a column that is never null");
		}
		if (!absent && value != null) {
			encoder.accept(out, value);
		}
	}

	private interface Getter<T> {

		@Nullable T get(ResultSet row, int index) throws SQLException;

	}

	private interface Copier {

		void copy(ResultSet row, int index, boolean nullable, RowBinary out) throws SQLException;

	}

}
