package io.cartpulse.migration;

import io.cartpulse.mart.ClickHouseMigrations;
import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings ClickHouse up to date when the application starts; PostgreSQL's migrations run
 * by themselves.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	@Bean
	InitializingBean clickHouseMigration(ClickHouseSettings settings) {
		return () -> new ClickHouseMigrations(settings).migrate();
	}

}
