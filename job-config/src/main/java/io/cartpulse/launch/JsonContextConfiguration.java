package io.cartpulse.launch;

import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the execution contexts of Spring Batch as JSON, which people can read and newer
 * versions of the classes too.
 */
@Configuration(proxyBeanMethods = false)
class JsonContextConfiguration {

	@Bean
	ExecutionContextSerializer executionContextSerializer() {
		return new JacksonExecutionContextStringSerializer();
	}

}
