package io.cartpulse.source;

import org.jspecify.annotations.Nullable;

/**
 * A record of the topic as the codec sees it, nothing judged.
 */
public sealed interface WireRecord {

	/**
	 * A record of a known type.
	 *
	 * @param type its type
	 * @param values event_id, then the contract fields in order: the exact characters of
	 * scalars, null where absent, JSON null, or no scalar
	 * @param extra everything else as the text of a JSON object, null when there is
	 * nothing
	 */
	record Known(RecordType type, @Nullable String[] values, @Nullable String extra) implements WireRecord {
	}

	/**
	 * A record for the dead letters.
	 *
	 * @param reason why
	 * @param detail the same in words for people, without the record's contents
	 */
	record Unreadable(DeadLetterReason reason, String detail) implements WireRecord {
	}

}
