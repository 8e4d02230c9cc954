package io.cartpulse.alert.bot;

import java.time.Clock;

import io.cartpulse.alert.Links;
import io.cartpulse.observe.PipelineWatch;
import io.cartpulse.security.SecuritySettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the bot says; and whether it may change anything, which is known to a process
 * without a web server, too.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class BotConfiguration {

	@Bean
	StatusText statusText(PipelineWatch pipeline, RunList runs, Links links, Clock clock) {
		return new StatusText(pipeline::latest, runs, links, clock);
	}

}
