package io.cartpulse.alert.channel;

/**
 * A channel cannot send at present; a later try may.
 */
public final class ChannelDownException extends RuntimeException {

	/**
	 * Says why, without any secret.
	 * @param message why
	 */
	public ChannelDownException(String message) {
		super(message);
	}

}
