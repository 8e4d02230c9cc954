package io.cartpulse.alert.channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Telegram where it is configured, else the log.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
public class ChannelConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ChannelConfiguration.class);

	@Bean
	AlertChannel alertChannel(TelegramSettings telegram) {
		if (telegram.hasRecipients()) {
			return new TelegramChannel(telegram);
		}
		if (!telegram.isConfigured() && telegram.chats().isEmpty()) {
			return new LogChannel(null);
		}
		String missing = telegram.isConfigured() ? "chats" : "token";
		String what = "alerts go to the log: cartpulse.alert.telegram." + missing + " is not set";
		String mend = "Set it, and alerts go to Telegram; or unset the other one.";
		logger.warn("{}. {}", what, mend);
		return new LogChannel(new ChannelProblem(what, mend));
	}

}
