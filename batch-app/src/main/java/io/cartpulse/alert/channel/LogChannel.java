package io.cartpulse.alert.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log, where nothing else is configured.
 */
final class LogChannel implements AlertChannel {

	private static final Logger logger = LoggerFactory.getLogger(LogChannel.class);

	@Override
	public Set<String> recipients() {
		return Set.of("log");
	}

	@Override
	public int longestText() {
		return Short.MAX_VALUE;
	}

	@Override
	public Duration pace() {
		return Duration.ZERO;
	}

	@Override
	public void send(String recipient, String text) {
		logger.warn("{}", text.replace("\n", " | "));
	}

	@Override
	public Optional<String> problem() {
		return Optional.of("alerts go to the log only; set cartpulse.alert.telegram.token and .chats");
	}

}
