package io.cartpulse.alert;

import io.cartpulse.observe.ServerAddress;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Addresses in the console.
 */
@Component
public class Links {

	private final AlertSettings settings;

	private final Environment environment;

	Links(AlertSettings settings, Environment environment) {
		this.settings = settings;
		this.environment = environment;
	}

	/** Where an execution is seen. */
	public String execution(long id) {
		return console() + "/executions/" + id;
	}

	private String console() {
		if (this.settings.consoleUrl() != null) {
			return this.settings.consoleUrl().toString().replaceAll("/+$", "");
		}
		return ServerAddress.of(this.environment::getProperty);
	}

}
