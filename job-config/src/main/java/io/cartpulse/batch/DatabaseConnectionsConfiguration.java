package io.cartpulse.batch;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What connections to PostgreSQL need beyond the settings that Spring Boot knows.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConnectionsConfiguration {

	/**
	 * The pool hands out a connection unchecked that was in use within this time, half a
	 * second unless told. PostgreSQL restarts faster than that, and the run that should
	 * go on would meet the connections of before. Only a system property changes it.
	 */
	private static final String UNCHECKED_MILLIS = "com.zaxxer.hikari.aliveBypassWindowMs";

	@Bean
	static BeanPostProcessor databaseConnections() {
		return new DatabaseConnections();
	}

	/**
	 * Completes the settings of a pool before its first connection.
	 */
	private static final class DatabaseConnections implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (bean instanceof HikariDataSource pool) {
				keepPersonalDataOut(pool);
				if (System.getProperty(UNCHECKED_MILLIS) == null) {
					System.setProperty(UNCHECKED_MILLIS, "0");
				}
			}
			return bean;
		}

		/**
		 * When PostgreSQL refuses a row it shows the whole row, and its driver writes
		 * that, or a batch's bound values, into the exception's message, from where it
		 * would reach logs and stored failures.
		 */
		private static void keepPersonalDataOut(HikariDataSource pool) {
			pool.addDataSourceProperty("logServerErrorDetail", "false");
		}

	}

}
