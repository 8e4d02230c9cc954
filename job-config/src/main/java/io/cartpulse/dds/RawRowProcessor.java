package io.cartpulse.dds;

import io.cartpulse.source.RecordValidator;

import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Applies the reading rules to a RAW row; what an operator has discarded stays refused.
 * It never filters: a refused row goes on to the writer, which keeps it.
 */
final class RawRowProcessor implements ItemProcessor<RawRow, ReadRow> {

	private final RecordValidator validator;

	RawRowProcessor(RecordValidator validator) {
		this.validator = validator;
	}

	@Override
	public ReadRow process(RawRow row) {
		if (row.discarded() != null) {
			return new ReadRow(row, row.discarded());
		}
		return new ReadRow(row, this.validator.validate(row.type(), row.values(), row.extra(), row.kafkaTimestamp()));
	}

}
