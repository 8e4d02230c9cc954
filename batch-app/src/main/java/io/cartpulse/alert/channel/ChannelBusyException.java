package io.cartpulse.alert.channel;

import java.time.Duration;

/**
 * A channel asks to wait.
 */
public final class ChannelBusyException extends RuntimeException {

	private final transient Duration retryAfter;

	/**
	 * Says how long.
	 * @param retryAfter how long to wait
	 */
	public ChannelBusyException(Duration retryAfter) {
		super("wait for " + retryAfter.toSeconds() + " s");
		this.retryAfter = retryAfter;
	}

	/** How long to wait. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
