package io.cartpulse.alert.bot;

/**
 * What a chat asked for was not done; the message says why.
 */
final class ChatRefusalException extends RuntimeException {

	ChatRefusalException(String message) {
		super(message);
	}

}
