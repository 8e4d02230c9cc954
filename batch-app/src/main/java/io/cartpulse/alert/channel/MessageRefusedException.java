package io.cartpulse.alert.channel;

/**
 * A channel will never send a message.
 */
public final class MessageRefusedException extends RuntimeException {

	/**
	 * Says why, without any secret.
	 * @param message why
	 */
	public MessageRefusedException(String message) {
		super(message);
	}

}
