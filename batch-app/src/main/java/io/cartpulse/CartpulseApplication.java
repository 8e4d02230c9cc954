package io.cartpulse;

import java.util.TimeZone;

import io.cartpulse.command.CommandRunner;
import io.cartpulse.terminal.Terminal;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The program.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class CartpulseApplication {

	/** Does what the command line says. */
	public static void main(String[] args) {
		// Spring Batch keeps times without a zone
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		System.exit(new CommandRunner(CartpulseApplication.class, Terminal.ofProcess()).run(args));
	}

}
