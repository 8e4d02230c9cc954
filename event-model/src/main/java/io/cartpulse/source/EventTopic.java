package io.cartpulse.source;

/**
 * The topic that carries the shop's events.
 */
public final class EventTopic {

	/** Its name, unless configured otherwise. */
	public static final String NAME = "user_events";

	/** Partitions it is made with. */
	public static final int PARTITIONS = 6;

	/** The largest message its broker takes, in bytes. */
	public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

	private EventTopic() {
	}

}
