package io.cartpulse.generator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps to so many messages a second.
 */
final class Pace {

	private final long nanosAMessage;

	private long next = System.nanoTime();

	private Pace(long nanosAMessage) {
		this.nanosAMessage = nanosAMessage;
	}

	static Pace unlimited() {
		return new Pace(0);
	}

	static Pace of(long messagesASecond) {
		if (messagesASecond < 1) {
			throw new UsageException("--rate needs a number of 1 or more");
		}
		return new Pace(TimeUnit.SECONDS.toNanos(1) / messagesASecond);
	}

	/** Waits until the next message is due. */
	void await() {
		if (this.nanosAMessage > 0) {
			long wait = this.next - System.nanoTime();
			if (wait > 0) {
				LockSupport.parkNanos(wait);
			}
			this.next = Math.max(this.next, System.nanoTime() - TimeUnit.SECONDS.toNanos(1)) + this.nanosAMessage;
		}
	}

}
