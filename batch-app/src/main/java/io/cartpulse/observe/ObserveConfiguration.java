package io.cartpulse.observe;

import io.micrometer.observation.ObservationPredicate;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is observed, and what is not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObserveSettings.class)
class ObserveConfiguration {

	/** An observation of each row would cost more than the row. */
	@Bean
	ObservationPredicate nothingOfSingleRows() {
		return (name, context) -> !name.startsWith("spring.batch.item.");
	}

}
