package io.cartpulse.alert.bot;

import java.time.Clock;

import io.cartpulse.alert.Links;
import io.cartpulse.observe.PipelineWatch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the bot says.
 */
@Configuration(proxyBeanMethods = false)
class BotConfiguration {

	@Bean
	StatusText statusText(PipelineWatch pipeline, RunList runs, Links links, Clock clock) {
		return new StatusText(pipeline::latest, runs, links, clock);
	}

}
