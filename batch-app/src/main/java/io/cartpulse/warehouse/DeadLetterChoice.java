package io.cartpulse.warehouse;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters something is to be done with: those of a list, or open ones of a
 * kind.
 *
 * @param ids the letters
 * @param filter the kind; its state, if given, is open
 */
public record DeadLetterChoice(@Nullable List<String> ids, @Nullable DeadLetterFilter filter) {

	String words() {
		if (this.filter == null) {
			return "chosen letters";
		}
		Map<String, @Nullable Object> criteria = this.filter.forSql();
		criteria.remove(DeadLetterFilter.OPEN);
		return "open letters" + Criteria.words(criteria);
	}

}
