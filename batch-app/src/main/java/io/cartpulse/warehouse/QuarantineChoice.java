package io.cartpulse.warehouse;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which quarantined records something is to be done with: those of a list, or open ones
 * of a kind.
 *
 * @param ids the records
 * @param filter the kind; its state, if given, is open
 */
public record QuarantineChoice(@Nullable List<Long> ids, @Nullable QuarantineFilter filter) {

	String words() {
		return (this.filter != null) ? "open records" + Criteria.words(this.filter.forSql()) : "chosen records";
	}

}
