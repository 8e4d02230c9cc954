package io.cartpulse.dds;

import java.util.UUID;

import io.cartpulse.source.ValidRecord;

/**
 * A RAW row that all rules let pass.
 *
 * @param row the row
 * @param record what it says
 */
record AcceptedRow(RawRow row, ValidRecord record) {

	/** The identity of a fact: the producer's, else that of its contents. */
	UUID factKey() {
		UUID eventId = this.record.eventId();
		return (eventId != null) ? eventId : this.record.fingerprint();
	}

}
