package io.cartpulse.warehouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined records are asked for; what is not given does not matter.
 *
 * @param state open, resolved or discarded
 * @param reason why they were refused
 * @param type the record type
 */
public record QuarantineFilter(@Nullable String state, @Nullable String reason, @Nullable String type) {

	private static final List<String> STATES = List.of("open", "resolved", "discarded");

	public QuarantineFilter {
		if (state != null && !STATES.contains(state)) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER, "state must be one of " + STATES + ".");
		}
	}

	Map<String, @Nullable Object> forSql() {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("state", this.state);
		values.put("reason", this.reason);
		values.put("type", this.type);
		return values;
	}

}
