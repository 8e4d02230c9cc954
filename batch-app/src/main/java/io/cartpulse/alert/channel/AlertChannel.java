package io.cartpulse.alert.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A way on which messages reach people. It does not wait and does not try again: that is
 * the business of who sends.
 */
public interface AlertChannel {

	/** Who gets the alerts. */
	Set<String> recipients();

	/** How many characters a message may have. */
	int longestText();

	/** How long to wait between two messages for one recipient. */
	Duration pace();

	/**
	 * Sends a message.
	 * @param recipient one of the recipients
	 * @param text the message, not too long
	 * @throws ChannelBusyException when it asks to wait
	 * @throws ChannelDownException when it cannot send at present
	 * @throws MessageRefusedException when it will never send this message
	 */
	void send(String recipient, String text);

	/** Where alerts go, in words. */
	String description();

	/** What is wrong with the channel; nothing when it works. Asking may take a while. */
	Optional<ChannelProblem> problem();

}
