package io.cartpulse.alert;

import io.cartpulse.report.RunReport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The settings of alerts, and the words for runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class AlertConfiguration {

	@Bean
	RunText runText(RunReport report, Links links) {
		return new RunText(report::inLines, links);
	}

}
