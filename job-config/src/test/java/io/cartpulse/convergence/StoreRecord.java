package io.cartpulse.convergence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A record as the law of convergence sees it.
 *
 * @param value its value
 * @param timestamp Kafka's timestamp
 */
record StoreRecord(byte @Nullable [] value, Instant timestamp) {

	static StoreRecord of(String value, Instant timestamp) {
		return new StoreRecord(value.getBytes(StandardCharsets.UTF_8), timestamp);
	}

	String text() {
		return (this.value != null) ? new String(this.value, StandardCharsets.UTF_8) : "";
	}

}
