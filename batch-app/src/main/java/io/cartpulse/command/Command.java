package io.cartpulse.command;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for.
 */
public sealed interface Command {

	/**
	 * Says what can be asked for.
	 */
	record Help() implements Command {

	}

	/**
	 * Engines and application, until Ctrl-C.
	 */
	record Up() implements Command {

	}

	/**
	 * As {@link Up}, with a simulated shop.
	 */
	record Demo() implements Command {

	}

	/**
	 * The dashboards in Metabase.
	 */
	record Metabase() implements Command {

	}

	/**
	 * Checks all that the pipeline needs.
	 */
	record Doctor() implements Command {

	}

	/**
	 * Makes the hash of a password for the settings.
	 */
	record HashPassword() implements Command {

	}

	/**
	 * One run of a job.
	 *
	 * @param job the job's name
	 * @param parameters its parameters, as they were written
	 * @param events a file to replay into the topic first, or none
	 * @param append whether the file may be added to what is there already
	 */
	record Run(String job, Map<String, String> parameters, @Nullable Path events, boolean append) implements Command {

		public Run {
			parameters = Map.copyOf(parameters);
		}

	}

}
