package io.cartpulse.batch;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps personal data out of logs and stored failures. When PostgreSQL refuses a row it
 * shows the whole row, and its driver writes that, or a batch's bound values, into the
 * exception's message.
 */
@Configuration(proxyBeanMethods = false)
class DiscreetDatabaseConfiguration {

	@Bean
	static BeanPostProcessor discreetDatabase() {
		return new DiscreetDatabase();
	}

	/**
	 * Lets the driver leave out what a message shows of the data.
	 */
	private static final class DiscreetDatabase implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (bean instanceof HikariDataSource pool) {
				pool.addDataSourceProperty("logServerErrorDetail", "false");
			}
			return bean;
		}

	}

}
