package io.cartpulse.warehouse;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of quarantined records.
 *
 * @param executionId the execution that tries them again; nothing where none was needed
 * @param more whether the filter finds further records, which were left for another call
 * @param results by record
 */
public record QuarantineOutcome(@Nullable Long executionId, boolean more, List<RecordResult> results) {

	public QuarantineOutcome {
		results = List.copyOf(results);
	}

	/**
	 * What became of one record.
	 *
	 * @param id the record
	 * @param done whether it was open, so that it was done
	 * @param code the problem's code, if it was not
	 * @param detail the problem in words
	 */
	public record RecordResult(long id, boolean done, @Nullable String code, @Nullable String detail) {

	}

}
