package io.cartpulse.testing;

import java.util.Map;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Settings as an application binds them: defaults filled in, constraints checked.
 */
public final class BoundSettings {

	private BoundSettings() {
	}

	/**
	 * Binds a settings record.
	 * @param prefix the common beginning of its properties
	 * @param properties properties by their full names
	 */
	public static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
		try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
			validator.afterPropertiesSet();
			return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, Bindable.of(type),
					new ValidationBindHandler(validator));
		}
	}

}
