package io.cartpulse.generator;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.cartpulse.source.EventTopic;
import io.cartpulse.source.WireMessage;

/**
 * Command {@code simulate}: traffic of a span of days, or of now, into a topic or a file.
 */
final class SimulateCommand {

	static final String USAGE = """
			simulate   traffic of a shop; weather, places and rates are samples, whatever keys are set
			  --from DATE --to DATE   the days, the last not included (60 days up to today)
			  --days N                so many days up to --to
			  --opening DATE          the shop's first day (--from)
			  --live                  then go on with the present, until interrupted
			  --rate N                at most N messages a second
			  --count N               stop after N messages
			  --users N --sessions N  the size of the shop: customers at first, visits a day (2000, 240)
			  --seed N                another shop (1)
			  --out FILE              JSON lines into a file, - for the standard output, not into Kafka
			""";

	private static final Set<String> WITH_VALUE = Set.of("--from", "--to", "--days", "--opening", "--rate", "--count",
			"--users", "--sessions", "--seed", "--out", "--bootstrap-servers", "--topic");

	private static final int DAYS = 60;

	private final Clock clock;

	private final Consumer<String> progress;

	private long left;

	private long sent;

	private Pace pace = Pace.unlimited();

	SimulateCommand(Clock clock, Consumer<String> progress) {
		this.clock = clock;
		this.progress = progress;
	}

	/**
	 * Runs the command.
	 * @param args its options
	 * @return messages sent
	 */
	long run(List<String> args) throws IOException, InterruptedException {
		Options options = Options.parse(args, WITH_VALUE, Set.of("--live"));
		if (!options.arguments().isEmpty()) {
			throw new UsageException("simulate takes options only, not " + options.arguments().get(0));
		}
		LocalDate to = options.date("--to", Days.utc(this.clock.instant()));
		if (options.number("--days", DAYS) < 0) {
			throw new UsageException("--days must not be negative");
		}
		LocalDate from = options.date("--from", to.minusDays(options.number("--days", DAYS)));
		if (to.isBefore(from)) {
			throw new UsageException("--to must not be before --from");
		}
		SimulationSettings settings = settings(options, from);
		this.left = options.number("--count", Long.MAX_VALUE);
		this.pace = options.has("--rate") ? Pace.of(options.number("--rate", 1)) : Pace.unlimited();
		try (MessageSink sink = sink(options)) {
			Simulation simulation = new Simulation(settings);
			span(simulation, Days.start(from), Days.start(to), sink);
			if (options.has("--live")) {
				live(simulation, options.has("--to") ? this.clock.instant() : Days.start(to), sink);
			}
		}
		return this.sent;
	}

	private static SimulationSettings settings(Options options, LocalDate from) {
		try {
			SimulationSettings small = SimulationSettings.smallShop(options.date("--opening", from));
			return new SimulationSettings(options.number("--seed", small.seed()), small.opening(),
					Math.toIntExact(options.number("--users", small.users())),
					Math.toIntExact(options.number("--sessions", small.sessionsPerDay())));
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

	private MessageSink sink(Options options) throws IOException {
		if (options.has("--out")) {
			return MessageSink.toLines(options.text("--out", "-"));
		}
		return MessageSink
			.to(new EventPublisher(options.text("--bootstrap-servers", GeneratorApplication.BOOTSTRAP_SERVERS),
					options.text("--topic", EventTopic.NAME), this.progress));
	}

	/** A day at a time, so that a limited count stops early. */
	private void span(Simulation simulation, Instant from, Instant to, MessageSink sink) {
		Instant at = from;
		while (at.isBefore(to) && this.left > 0) {
			Instant next = Days.start(Days.utc(at).plusDays(1));
			next = next.isBefore(to) ? next : to;
			simulation.window(at, next, (message) -> send(message, sink));
			at = next;
		}
		sink.flush();
	}

	private void live(Simulation simulation, Instant from, MessageSink sink) throws InterruptedException {
		Instant at = from;
		while (this.left > 0) {
			Instant now = this.clock.instant();
			span(simulation, at, now, sink);
			at = now;
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private void send(WireMessage message, MessageSink sink) {
		if (this.left > 0) {
			this.pace.await();
			sink.send(message);
			this.left--;
			this.sent++;
		}
	}

}
