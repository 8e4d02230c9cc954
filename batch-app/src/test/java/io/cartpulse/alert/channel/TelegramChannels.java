package io.cartpulse.alert.channel;

/**
 * Channels to Telegram for tests of other packages.
 */
public final class TelegramChannels {

	private TelegramChannels() {
	}

	public static AlertChannel of(TelegramSettings settings) {
		return new TelegramChannel(settings);
	}

}
