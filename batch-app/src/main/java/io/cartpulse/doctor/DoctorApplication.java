package io.cartpulse.doctor;

import io.cartpulse.alert.channel.ChannelConfiguration;
import io.cartpulse.enrichment.lookup.EnrichmentConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The doctor alone: the checks and what they may depend on. It starts where the
 * application cannot, and changes nothing. It is no configuration that the application
 * would find: its settings are bound once there.
 */
@ComponentScan(basePackages = "io.cartpulse", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE,
				classes = { Doctor.class, DoctorCheck.class }))
@ConfigurationPropertiesScan("io.cartpulse")
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, DataSourceAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class })
@Import({ ChannelConfiguration.class, EnrichmentConfiguration.class })
public class DoctorApplication {

}
