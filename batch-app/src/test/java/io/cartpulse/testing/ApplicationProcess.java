package io.cartpulse.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.embedded.EmbeddedEngines;

/**
 * The program in a process of its own, which can be killed; its engines are those of the
 * test.
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 120;

	private static final String UP = "Everything is up.";

	private final Process process;

	private final Path folder;

	private final List<String> said = new CopyOnWriteArrayList<>();

	private final CountDownLatch up = new CountDownLatch(1);

	private ApplicationProcess(Process process, Path folder) {
		this.process = process;
		this.folder = folder;
		Thread reader = new Thread(this::listen, "application-process");
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Starts the program.
	 * @param engines where PostgreSQL, Kafka and ClickHouse are
	 * @param folder its data folder
	 * @param line the command line, properties included
	 */
	public static ApplicationProcess start(EmbeddedEngines engines, Path folder, String... line) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				CartpulseApplication.class.getName()));
		command.addAll(Arrays.asList(line));
		String owner = engines.credentials().ownerUser();
		String password = engines.credentials().ownerPassword();
		List.of("cartpulse.data-dir=" + folder, "server.port=0", "cartpulse.postgres.url=" + engines.postgresUrl(),
				"cartpulse.postgres.user=" + owner, "cartpulse.postgres.password=" + password,
				"cartpulse.kafka.bootstrap-servers=" + engines.kafkaBootstrapServers(),
				"cartpulse.clickhouse.url=" + engines.clickHouseUrl(), "cartpulse.clickhouse.user=" + owner,
				"cartpulse.clickhouse.password=" + password)
			.forEach((property) -> command.add("--" + property));
		try {
			Files.createDirectories(folder);
			return new ApplicationProcess(
					new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start(), folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void listen() {
		try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				this.said.add(line);
				if (line.contains(UP)) {
					this.up.countDown();
				}
			}
		}
		catch (IOException ex) {
			// the pipe of a killed process ends like this too
		}
	}

	/** Waits until it says that everything is up. */
	public ApplicationProcess awaitUp() throws InterruptedException {
		if (!this.up.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("it did not come up: " + this.said);
		}
		return this;
	}

	/** Waits for its end by itself. */
	public int awaitEnd() throws InterruptedException {
		if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("it does not end: " + this.said);
		}
		return this.process.exitValue();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Whether it ends by itself in a while. */
	public boolean endsWithin(Duration time) {
		try {
			return this.process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** SIGKILL. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/** What it has printed. */
	public List<String> said() {
		return List.copyOf(this.said);
	}

	/** What is in its log file. */
	public List<String> log() {
		try {
			return Files.readAllLines(this.folder.resolve("logs/cartpulse.log"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
