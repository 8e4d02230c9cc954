package io.cartpulse.generator;

import java.time.Duration;
import java.util.Locale;

/**
 * What was published.
 *
 * @param messages how many messages Kafka acknowledged
 * @param bytes the size of their values
 * @param elapsed from the first message to the last acknowledgement
 */
public record PublishSummary(long messages, long bytes, Duration elapsed) {

	/** Messages in a second. */
	public double rate() {
		double seconds = this.elapsed.toNanos() / 1e9;
		return (seconds > 0) ? this.messages / seconds : 0;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%,d messages (%.1f MB) in %.1f s, %,.0f a second", this.messages,
				this.bytes / 1e6, this.elapsed.toNanos() / 1e9, rate());
	}

}
