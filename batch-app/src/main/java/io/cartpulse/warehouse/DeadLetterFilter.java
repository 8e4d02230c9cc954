package io.cartpulse.warehouse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are asked for; what is not given does not matter.
 *
 * @param state open, sending, resent or discarded
 * @param reason why they could not be read
 * @param from with a Kafka timestamp since
 * @param to with one before
 */
public record DeadLetterFilter(@Nullable String state, @Nullable String reason, @Nullable Instant from,
		@Nullable Instant to) {

	/** What can become of a letter. */
	public static final List<String> STATES = List.of("open", "sending", "resent", "discarded");

	static final String OPEN = "open";

	public DeadLetterFilter {
		if (state != null && !STATES.contains(state)) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER, "state must be one of " + STATES + ".");
		}
	}

	Map<String, @Nullable Object> forSql() {
		Map<String, @Nullable Object> values = new HashMap<>();
		// a letter that nobody touched has no state of its own, so others are found from
		// their states
		values.put(OPEN.equals(this.state) ? "open" : "touched", this.state);
		values.put("reason", this.reason);
		values.put("from", (this.from != null) ? this.from.atOffset(ZoneOffset.UTC) : null);
		values.put("to", (this.to != null) ? this.to.atOffset(ZoneOffset.UTC) : null);
		return values;
	}

}
