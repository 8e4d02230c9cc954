package io.cartpulse.dashboard.query;

import java.time.Clock;
import java.time.ZoneId;

import io.cartpulse.dashboard.DashboardReader;
import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Dashboards and their answers, where somebody can ask for them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({ AnalystSettings.class, QueryLimits.class })
class QueryConfiguration {

	@Bean
	Dashboards dashboards(ObjectProvider<Clock> clock, @Value("${cartpulse.mart.zone:UTC}") ZoneId zone) {
		return new Dashboards(new DashboardReader().readAll(), clock.getIfAvailable(Clock::systemUTC).withZone(zone));
	}

	@Bean
	MartReader martReader(ClickHouseSettings clickHouse, AnalystSettings analyst, QueryLimits limits) {
		return new MartReader(clickHouse.url(), analyst, limits);
	}

	@Bean
	CardQueries cardQueries(MartReader marts, QueryLimits limits) {
		return new CardQueries(marts, limits);
	}

}
