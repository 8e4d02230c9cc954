package io.cartpulse.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit are asked for; what is not given does not matter.
 *
 * @param actor who
 * @param action what
 * @param from since when
 * @param to until when, not included
 */
public record AuditFilter(@Nullable String actor, @Nullable String action, @Nullable Instant from,
		@Nullable Instant to) {

	Map<String, @Nullable Object> parameters() {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("actor", this.actor);
		parameters.put("action", this.action);
		parameters.put("from", (this.from != null) ? this.from.atOffset(ZoneOffset.UTC) : null);
		parameters.put("to", (this.to != null) ? this.to.atOffset(ZoneOffset.UTC) : null);
		return parameters;
	}

}
