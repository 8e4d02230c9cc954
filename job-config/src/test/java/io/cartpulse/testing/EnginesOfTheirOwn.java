package io.cartpulse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.embedded.EmbeddedSettings;

import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL or Kafka that a test stops and starts again, at the same port and with the
 * same data. No other test uses it.
 */
public final class EnginesOfTheirOwn implements AutoCloseable {

	private final Path folder;

	private final EmbeddedSettings settings;

	private EmbeddedEngines running;

	private EnginesOfTheirOwn(boolean postgres, boolean kafka) {
		try {
			this.folder = Files.createTempDirectory("cartpulse-own");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.settings = new EmbeddedSettings(this.folder, postgres ? freePort() : 0, kafka ? freePort() : 0, 0,
				postgres, kafka, false, null, Map.of());
		this.running = launch();
	}

	public static EnginesOfTheirOwn postgres() {
		return new EnginesOfTheirOwn(true, false);
	}

	public static EnginesOfTheirOwn kafka() {
		return new EnginesOfTheirOwn(false, true);
	}

	public EmbeddedEngines engines() {
		return this.running;
	}

	/**
	 * The process that all of PostgreSQL's others are children of.
	 */
	public ProcessHandle postmaster() {
		try {
			String pid = Files.readAllLines(this.folder.resolve("postgres/data/postmaster.pid")).get(0);
			return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void stop() {
		this.running.close();
	}

	public void start() {
		this.running = launch();
	}

	private EmbeddedEngines launch() {
		return EmbeddedEngines.start(this.settings, (progress) -> {
		});
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.running.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
