package io.cartpulse.dds;

import java.util.UUID;

import io.cartpulse.source.Reading;
import io.cartpulse.source.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * A RAW row that a rule refused.
 *
 * @param row the row
 * @param reason which kind of rule
 * @param field the field it is about
 * @param message field and rule in words, without the value
 * @param orderId the order that an orphan waits for
 */
record Refusal(RawRow row, RefusalReason reason, String field, String message, @Nullable UUID orderId) {

	static Refusal of(RawRow row, Reading.Refused refused) {
		return new Refusal(row, refused.reason(), refused.field(), refused.message(), null);
	}

	static Refusal orphan(AcceptedRow row) {
		return new Refusal(row.row(), RefusalReason.ORPHAN, "order_id", "order_id: no such order has been received yet",
				(UUID) row.record().value("order_id"));
	}

}
