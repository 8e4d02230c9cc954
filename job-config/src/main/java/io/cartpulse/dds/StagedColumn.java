package io.cartpulse.dds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.cartpulse.batch.CopyText;
import io.cartpulse.source.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a staging table and where its value comes from.
 *
 * @param name the column's name
 * @param source adds a row's value to the copy
 */
record StagedColumn(String name, Source source) {

	static StagedColumn kafkaTimestamp() {
		return new StagedColumn("kafka_timestamp", (row, copy) -> copy.timestamp(microsOf(row.row().kafkaTimestamp())));
	}

	static StagedColumn fingerprint() {
		return new StagedColumn("fingerprint", (row, copy) -> copy.uuid(row.record().fingerprint()));
	}

	static StagedColumn saidAt() {
		return new StagedColumn("said_at", (row, copy) -> copy.timestamp(row.record().timeMicros()));
	}

	static StagedColumn factKey(Function<AcceptedRow, UUID> key) {
		return new StagedColumn("fact_key", (row, copy) -> copy.uuid(key.apply(row)));
	}

	static StagedColumn money(String name, Function<AcceptedRow, BigDecimal> amount) {
		return new StagedColumn(name, (row, copy) -> copy.decimal(amount.apply(row)));
	}

	static StagedColumn time(RecordType type, String field) {
		int index = type.indexOf(field);
		return new StagedColumn(field, (row, copy) -> copy.timestamp((Long) row.record().value(index)));
	}

	static StagedColumn field(RecordType type, String field) {
		int index = type.indexOf(field);
		return new StagedColumn(field, (row, copy) -> add(copy, row.record().value(index)));
	}

	private static void add(CopyText copy, @Nullable Object value) {
		if (value == null) {
			copy.text(null);
		}
		else if (value instanceof String text) {
			copy.text(text);
		}
		else if (value instanceof Long number) {
			copy.number(number);
		}
		else if (value instanceof BigDecimal number) {
			copy.decimal(number);
		}
		else if (value instanceof UUID id) {
			copy.uuid(id);
		}
		else if (value instanceof LocalDate date) {
			copy.date(date);
		}
		else {
			throw new IllegalStateException("no column holds a " + value.getClass());
		}
	}

	private static long microsOf(Instant instant) {
		return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
	}

	/** Adds one value of a row to a copy. */
	interface Source {

		void addTo(AcceptedRow row, CopyText copy);

	}

}
