package io.cartpulse.warehouse;

import java.util.List;
import java.util.Objects;

import io.cartpulse.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the audit says of something that was done with many.
 */
final class BulkOutcome {

	private BulkOutcome() {
	}

	/**
	 * In a word.
	 * @param codes by item, why it was not done; nothing where it was
	 */
	static String of(List<@Nullable String> codes) {
		List<String> refusals = codes.stream().filter(Objects::nonNull).map(String::valueOf).toList();
		if (refusals.isEmpty()) {
			return AuditEntry.DONE;
		}
		return (refusals.size() == codes.size()) ? refusals.get(0) : "partly";
	}

}
