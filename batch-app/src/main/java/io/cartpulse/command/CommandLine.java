package io.cartpulse.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.cartpulse.batch.KnownJob;
import org.jspecify.annotations.Nullable;

/**
 * A command line, understood.
 *
 * @param command what is asked for
 * @param properties Spring's arguments, {@code --name=value}, passed on as they are
 */
public record CommandLine(Command command, List<String> properties) {

	private static final Pattern PROPERTY = Pattern.compile("--[A-Za-z][\\w-]*(\\.[\\w-]+(\\[[^]]+])?)+=.*",
			Pattern.DOTALL);

	private static final String SEE_HELP = "; see: cartpulse help";

	public CommandLine {
		properties = List.copyOf(properties);
	}

	/**
	 * Reads a command line.
	 * @param arguments as main got them
	 * @return what they ask for
	 * @throws UsageException when they do not make sense
	 */
	public static CommandLine parse(String... arguments) {
		Reading reading = new Reading(arguments);
		reading.readAll();
		return new CommandLine(reading.command(), reading.properties);
	}

	/**
	 * Words that are being read.
	 */
	private static final class Reading {

		private final Deque<String> rest;

		private final List<String> words = new ArrayList<>();

		private final List<String> properties = new ArrayList<>();

		private @Nullable Path events;

		private boolean append;

		private boolean help;

		private Reading(String... arguments) {
			this.rest = new ArrayDeque<>(List.of(arguments));
		}

		private void readAll() {
			while (!this.rest.isEmpty()) {
				String word = this.rest.pop();
				if (word.startsWith("-")) {
					readOption(word);
				}
				else {
					this.words.add(word);
				}
			}
		}

		private void readOption(String option) {
			if (option.equals("-h") || option.equals("--help")) {
				this.help = true;
			}
			else if (option.equals("--append")) {
				this.append = true;
			}
			else if (isNamed(option, "--events")) {
				this.events = Path.of(valueOf(option));
			}
			else if (isNamed(option, "--data-dir")) {
				this.properties.add("--cartpulse.data-dir=" + folder(valueOf(option)));
			}
			else if (PROPERTY.matcher(option).matches()) {
				this.properties.add(option);
			}
			else {
				throw new UsageException("unknown option " + option + SEE_HELP);
			}
		}

		private static boolean isNamed(String option, String name) {
			return option.equals(name) || option.startsWith(name + "=");
		}

		private String valueOf(String option) {
			int equals = option.indexOf('=');
			String value = (equals >= 0) ? option.substring(equals + 1) : this.rest.poll();
			if (value == null || value.isBlank() || (equals < 0 && value.startsWith("-"))) {
				throw new UsageException("option " + option + " needs a value" + SEE_HELP);
			}
			return value;
		}

		private Command command() {
			if (this.help) {
				return new Command.Help();
			}
			if (this.words.isEmpty()) {
				throw new UsageException(
						"say what to do: demo, up, run JOB, doctor, metabase, hash-password or help" + SEE_HELP);
			}
			String name = this.words.get(0);
			List<String> more = this.words.subList(1, this.words.size());
			return switch (name) {
				case "help" -> new Command.Help();
				case "up" -> alone(name, more, new Command.Up());
				case "demo" -> alone(name, more, new Command.Demo());
				case "metabase" -> alone(name, more, new Command.Metabase());
				case "doctor" -> alone(name, more, new Command.Doctor());
				case "hash-password" -> alone(name, more, new Command.HashPassword());
				case "run" -> run(more);
				default -> throw new UsageException("unknown command " + name + SEE_HELP);
			};
		}

		private Command alone(String name, List<String> more, Command command) {
			if (!more.isEmpty()) {
				throw new UsageException(name + " does not take " + String.join(" ", more) + SEE_HELP);
			}
			if (this.events != null || this.append) {
				throw new UsageException("--events and --append belong to: run pipeline" + SEE_HELP);
			}
			return command;
		}

		private Command run(List<String> more) {
			if (more.isEmpty()) {
				throw new UsageException("say which job to run: " + KnownJob.names());
			}
			KnownJob job = KnownJob.named(more.get(0))
				.orElseThrow(
						() -> new UsageException("no job is named " + more.get(0) + "; jobs: " + KnownJob.names()));
			if (job != KnownJob.PIPELINE && (this.events != null || this.append)) {
				throw new UsageException("--events and --append belong to: run pipeline" + SEE_HELP);
			}
			if (this.append && this.events == null) {
				throw new UsageException("--append goes with --events FILE" + SEE_HELP);
			}
			return new Command.Run(job.jobName(), parameters(job, more.subList(1, more.size())), this.events,
					this.append);
		}

		/** Before the log looks for its place there. */
		private static String folder(String value) {
			Path there = Path.of(value).toAbsolutePath();
			while (there.getParent() != null && !Files.exists(there)) {
				there = there.getParent();
			}
			if (!Files.isDirectory(there) || !Files.isWritable(there)) {
				throw new UsageException(
						"--data-dir " + value + " cannot be used: " + there + " is no folder that can be written");
			}
			return value;
		}

		private static Map<String, String> parameters(KnownJob job, List<String> words) {
			Map<String, String> parameters = new LinkedHashMap<>();
			for (String word : words) {
				int equals = word.indexOf('=');
				if (equals < 1) {
					throw new UsageException(word + " is not a parameter; write name=value");
				}
				String name = word.substring(0, equals);
				if (parameters.put(name, word.substring(equals + 1)) != null) {
					throw new UsageException(name + " is given twice");
				}
			}
			job.check(parameters).ifPresent((mistake) -> {
				throw new UsageException(mistake);
			});
			return parameters;
		}

	}

}
