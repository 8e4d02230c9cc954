package io.cartpulse.generator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command's options, {@code --name VALUE} or {@code --flag}, and its other arguments.
 */
final class Options {

	private final Map<String, String> values = new HashMap<>();

	private final List<String> arguments = new ArrayList<>();

	private Options() {
	}

	/**
	 * Reads a command line.
	 * @param args what follows the command
	 * @param withValue names of options with a value
	 * @param flags names of options without
	 * @throws UsageException when an option is not known, or its value is missing
	 */
	static Options parse(List<String> args, Set<String> withValue, Set<String> flags) {
		Options options = new Options();
		for (int i = 0; i < args.size(); i++) {
			String arg = args.get(i);
			if (flags.contains(arg)) {
				options.values.put(arg, "true");
			}
			else if (withValue.contains(arg)) {
				if (i + 1 == args.size()) {
					throw new UsageException(arg + " needs a value");
				}
				options.values.put(arg, args.get(++i));
			}
			else if (arg.startsWith("--")) {
				throw new UsageException(arg + " is no option here");
			}
			else {
				options.arguments.add(arg);
			}
		}
		return options;
	}

	List<String> arguments() {
		return this.arguments;
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	String text(String name, String unset) {
		return this.values.getOrDefault(name, unset);
	}

	long number(String name, long unset) {
		String text = this.values.get(name);
		if (text == null) {
			return unset;
		}
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw new UsageException(name + " needs a whole number, not " + text);
		}
	}

	LocalDate date(String name, LocalDate unset) {
		String text = this.values.get(name);
		if (text == null) {
			return unset;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			throw new UsageException(name + " needs a date like 2026-01-31, not " + text);
		}
	}

}
