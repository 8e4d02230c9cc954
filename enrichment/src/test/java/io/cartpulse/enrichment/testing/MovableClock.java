package io.cartpulse.enrichment.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it.
 */
public final class MovableClock extends Clock {

	private volatile Instant now;

	public MovableClock(String now) {
		this.now = Instant.parse(now);
	}

	public void move(Duration by) {
		this.now = this.now.plus(by);
	}

	public void set(String moment) {
		this.now = Instant.parse(moment);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
