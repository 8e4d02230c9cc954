package io.cartpulse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL, Kafka and ClickHouse, running until {@link #close()}. They listen on
 * 127.0.0.1 only.
 *
 * <p>
 * Nothing here stops the engines when the JVM is told to end: what uses them has to stop
 * first, so the application closes them as the last thing it does.
 */
public final class EmbeddedEngines implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedEngines.class);

	private final DataDirectory directory;

	private final CredentialsFile credentials;

	private final CacheFolder cache;

	private final Consumer<String> progress;

	private final Deque<AutoCloseable> running = new ArrayDeque<>();

	private int postgresPort;

	private int kafkaPort;

	private int clickHousePort;

	private EmbeddedEngines(DataDirectory directory, EmbeddedSettings settings, Consumer<String> progress) {
		this.directory = directory;
		this.credentials = CredentialsFile.open(directory.path(), settings.passwords());
		this.cache = CacheFolder.ofUser(directory.path().resolve("cache"));
		this.progress = progress;
	}

	/**
	 * Starts the engines that are switched on, all at once, and returns when each of them
	 * answers.
	 * @param settings what to start and where
	 * @param progress told in a line what goes on, from several threads but never two at
	 * the same time
	 * @return the running engines
	 * @throws EngineStartException if one does not start; nothing runs then
	 */
	public static EmbeddedEngines start(EmbeddedSettings settings, Consumer<String> progress) {
		DataDirectory directory = DataDirectory.open(settings.dataDir());
		try {
			EmbeddedEngines engines = new EmbeddedEngines(directory, settings, oneAtATime(progress));
			SharedEngines.withdraw(directory.path());
			engines.launch(settings);
			return engines;
		}
		catch (RuntimeException ex) {
			directory.close();
			throw ex;
		}
	}

	private static Consumer<String> oneAtATime(Consumer<String> progress) {
		Object gate = new Object();
		return (line) -> {
			synchronized (gate) {
				progress.accept(line);
			}
		};
	}

	private void launch(EmbeddedSettings settings) {
		awaitOrphans(settings);
		this.postgresPort = settings.postgres() ? EnginePort.postgres().claim(settings.postgresPort()) : 0;
		this.kafkaPort = settings.kafka() ? EnginePort.kafka().claim(settings.kafkaPort()) : 0;
		this.clickHousePort = settings.clickHouse() ? EnginePort.clickHouse().claim(settings.clickHousePort()) : 0;
		List<Callable<AutoCloseable>> starts = new ArrayList<>();
		if (settings.postgres()) {
			starts.add(() -> timed("PostgreSQL", this.postgresPort, this::startPostgres));
		}
		if (settings.kafka()) {
			starts.add(() -> timed("Kafka", this.kafkaPort, this::startKafka));
		}
		if (settings.clickHouse()) {
			starts.add(() -> timed("ClickHouse", this.clickHousePort, () -> startClickHouse(settings)));
		}
		startTogether(starts);
	}

	private void awaitOrphans(EmbeddedSettings settings) {
		try {
			if (settings.postgres() && Files.exists(this.directory.postgres())) {
				PostgresServer.stopOrphan(this.directory.postgres(), PostgresBinaries.unpack(this.cache));
			}
			if (settings.clickHouse()) {
				ClickHouseProcess.awaitOrphan(this.directory.clickHouse());
			}
		}
		catch (IOException ex) {
			throw new EngineStartException("What a killed application left behind in " + this.directory.path()
					+ " cannot be stopped: " + ex.getMessage(), ex);
		}
	}

	// Plain threads: they inherit the context class loader, which Kafka needs
	private void startTogether(List<Callable<AutoCloseable>> starts) {
		ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, starts.size()));
		List<Future<AutoCloseable>> outcomes = starts.stream().map(threads::submit).toList();
		threads.shutdown();
		List<Throwable> failures = new ArrayList<>();
		outcomes.forEach((outcome) -> collect(outcome, failures));
		if (!failures.isEmpty()) {
			stopAll();
			throw failure(failures.get(0));
		}
	}

	private void collect(Future<AutoCloseable> outcome, List<Throwable> failures) {
		try {
			this.running.push(outcome.get());
		}
		catch (ExecutionException ex) {
			failures.add(ex.getCause());
		}
		catch (InterruptedException ex) {
			outcome.cancel(true);
			failures.add(ex);
			Thread.currentThread().interrupt();
		}
	}

	private static EngineStartException failure(Throwable cause) {
		if (cause instanceof EngineStartException known) {
			return known;
		}
		return new EngineStartException("An engine does not start: " + cause, cause);
	}

	private AutoCloseable timed(String engine, int port, Callable<AutoCloseable> start) throws Exception {
		long begin = System.nanoTime();
		AutoCloseable started = start.call();
		this.progress
			.accept("%s is up on 127.0.0.1:%d (%.1f s)".formatted(engine, port, (System.nanoTime() - begin) / 1e9));
		return started;
	}

	private AutoCloseable startPostgres() throws IOException {
		return PostgresServer.start(this.directory.postgres(), this.postgresPort, PostgresBinaries.unpack(this.cache),
				this.credentials);
	}

	private AutoCloseable startKafka() {
		return KafkaBroker.start(this.directory.kafka(), this.kafkaPort, EnginePort.kafkaController().claim(0));
	}

	private AutoCloseable startClickHouse(EmbeddedSettings settings) {
		return ClickHouseProcess.start(this.directory.clickHouse(), this.clickHousePort,
				new ClickHouseLibrary(this.cache, this.progress).locate(settings.clickHouseLibrary()), credentials());
	}

	/**
	 * The accounts of PostgreSQL and ClickHouse.
	 * @return the accounts
	 */
	public Credentials credentials() {
		return this.credentials.credentials();
	}

	/**
	 * Where JDBC finds the database.
	 * @return the URL, without account
	 */
	public String postgresUrl() {
		return "jdbc:postgresql://" + EnginePort.HOST + ":" + this.postgresPort + "/" + PostgresServer.DATABASE;
	}

	/**
	 * Where Kafka clients find the broker.
	 * @return host and port
	 */
	public String kafkaBootstrapServers() {
		return EnginePort.HOST + ":" + this.kafkaPort;
	}

	/**
	 * Where ClickHouse's HTTP clients find the engine.
	 * @return the URL, without account
	 */
	public String clickHouseUrl() {
		return "http://" + EnginePort.HOST + ":" + this.clickHousePort;
	}

	/**
	 * Where all of it is found.
	 * @return the addresses
	 */
	public EngineAddresses addresses() {
		return new EngineAddresses(postgresUrl(), kafkaBootstrapServers(), clickHouseUrl(), credentials());
	}

	/** Lets other processes of this machine find the engines, until they stop. */
	public void share() {
		SharedEngines.publish(this.directory.path(), addresses());
	}

	@Override
	public void close() {
		SharedEngines.withdraw(this.directory.path());
		stopAll();
		this.directory.close();
	}

	private void stopAll() {
		while (!this.running.isEmpty()) {
			try {
				this.running.pop().close();
			}
			catch (Exception ex) {
				log.warn("An engine did not stop cleanly", ex);
			}
		}
	}

}
