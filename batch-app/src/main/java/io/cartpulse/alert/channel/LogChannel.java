package io.cartpulse.alert.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log, where nothing else is configured.
 */
final class LogChannel implements AlertChannel {

	private static final Logger logger = LoggerFactory.getLogger(LogChannel.class);

	private final @Nullable ChannelProblem problem;

	/**
	 * The log.
	 * @param problem why alerts go there although another channel was meant; nothing
	 * where none was
	 */
	LogChannel(@Nullable ChannelProblem problem) {
		this.problem = problem;
	}

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
	public String description() {
		return "alerts go to the log; cartpulse.alert.telegram.token and .chats send them to Telegram";
	}

	@Override
	public Optional<ChannelProblem> problem() {
		return Optional.ofNullable(this.problem);
	}

}
