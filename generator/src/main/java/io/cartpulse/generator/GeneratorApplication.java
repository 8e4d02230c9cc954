package io.cartpulse.generator;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.cartpulse.source.EventTopic;

/**
 * The generator as a program of its own: {@code simulate}, {@code replay FILE},
 * {@code help}. It ends with 0 when all was published, 1 when not, 2 when the command
 * line is wrong.
 */
public final class GeneratorApplication {

	static final String BOOTSTRAP_SERVERS = "127.0.0.1:19092";

	private static final String USAGE = """
			Usage: java -jar cartpulse-generator.jar COMMAND [options]

			%s
			replay FILE   JSON lines, plain or gzip, each line unchanged

			Both publish into Kafka:
			  --bootstrap-servers HOST:PORT,...  (%s)
			  --topic NAME                       (%s)
			""".formatted(SimulateCommand.USAGE, BOOTSTRAP_SERVERS, EventTopic.NAME);

	private static final int WRONG_USAGE = 2;

	private GeneratorApplication() {
	}

	public static void main(String[] args) {
		// Kafka's client tells much; what matters is told by the program
		System.setProperty("logback.configurationFile", "io/cartpulse/generator/logback.xml");
		System.exit(run(Arrays.asList(args), System.err::println));
	}

	/**
	 * Runs a command line.
	 * @param args the command and its options
	 * @param tell gets progress, results and errors, a line each
	 * @return the exit code
	 */
	static int run(List<String> args, Consumer<String> tell) {
		try {
			String command = args.isEmpty() ? "help" : args.get(0);
			List<String> options = args.subList(Math.min(1, args.size()), args.size());
			switch (command) {
				case "simulate" -> tell
					.accept("Sent %,d messages.".formatted(new SimulateCommand(Clock.systemUTC(), tell).run(options)));
				case "replay" -> tell.accept("Replayed " + replay(options, tell));
				case "help", "--help", "-h" -> tell.accept(USAGE);
				default -> throw new UsageException(command + " is no command here");
			}
			return 0;
		}
		catch (UsageException ex) {
			tell.accept(ex.getMessage() + "\n\n" + USAGE);
			return WRONG_USAGE;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 1;
		}
		catch (FileSystemException ex) {
			tell.accept("cannot use " + ex.getFile() + ": " + reason(ex));
			return 1;
		}
		catch (PublishException | IOException ex) {
			tell.accept(String.valueOf(ex.getMessage()));
			return 1;
		}
	}

	private static String reason(FileSystemException failure) {
		return (failure instanceof NoSuchFileException) ? "there is no such file or folder"
				: (failure.getReason() != null) ? failure.getReason() : failure.getClass().getSimpleName();
	}

	private static PublishSummary replay(List<String> args, Consumer<String> tell) {
		Options options = Options.parse(args, Set.of("--bootstrap-servers", "--topic"), Set.of());
		if (options.arguments().size() != 1) {
			throw new UsageException("replay needs one file");
		}
		return new Replay(options.text("--bootstrap-servers", BOOTSTRAP_SERVERS),
				options.text("--topic", EventTopic.NAME))
			.replay(Path.of(options.arguments().get(0)), tell);
	}

}
