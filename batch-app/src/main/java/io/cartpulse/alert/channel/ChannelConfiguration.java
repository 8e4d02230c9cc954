package io.cartpulse.alert.channel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Telegram where it is configured, else the log.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
class ChannelConfiguration {

	@Bean
	AlertChannel alertChannel(TelegramSettings telegram) {
		return telegram.isConfigured() ? new TelegramChannel(telegram) : new LogChannel();
	}

}
