package io.cartpulse.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.cartpulse.embedded.clickhouse.ClickHouseMain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ClickHouse engine in a process of its own, so that a native crash cannot take the
 * application down. It is started again when it dies, and ends itself when this process
 * does.
 */
final class ClickHouseProcess implements AutoCloseable {

	/** How much memory the engine may take, in bytes. */
	static final String MEMORY_PROPERTY = "cartpulse.clickhouse.max-memory";

	private static final Logger log = LoggerFactory.getLogger(ClickHouseProcess.class);

	private static final int RESTARTS = 5;

	private final Path folder;

	private final int port;

	private final Path library;

	private final Credentials credentials;

	private int restarts;

	private boolean closing;

	private @Nullable Process process;

	private ClickHouseProcess(Path folder, int port, Path library, Credentials credentials) {
		this.folder = folder;
		this.port = port;
		this.library = library;
		this.credentials = credentials;
	}

	static ClickHouseProcess start(Path folder, int port, Path library, Credentials credentials) {
		ClickHouseProcess engine = new ClickHouseProcess(folder, port, library, credentials);
		try {
			engine.launch();
			return engine;
		}
		catch (IOException ex) {
			engine.close();
			throw new EngineStartException("ClickHouse does not start on " + folder + ": " + ex.getMessage()
					+ "\nIts messages are in " + engine.messages(), ex);
		}
	}

	/**
	 * Waits for the process of a killed application: it sees its pipe close and ends.
	 * @param folder the engine's folder
	 */
	static void awaitOrphan(Path folder) throws IOException {
		Path pidFile = pidFile(folder);
		if (!Files.exists(pidFile)) {
			return;
		}
		String pid = Files.readString(pidFile).strip();
		if (pid.matches("\\d{1,10}")) {
			ProcessHandle.of(Long.parseLong(pid)).filter((orphan) -> runsOn(orphan, folder)).ifPresent((orphan) -> {
				orphan.onExit().completeOnTimeout(orphan, 10, TimeUnit.SECONDS).join();
				if (orphan.isAlive()) {
					orphan.destroyForcibly();
					orphan.onExit().completeOnTimeout(orphan, 10, TimeUnit.SECONDS).join();
				}
			});
		}
		Files.deleteIfExists(pidFile);
	}

	// a process number may be reused by a stranger: the arguments tell
	private static boolean runsOn(ProcessHandle process, Path folder) {
		return process.info().commandLine().orElse("").contains(" " + mark(folder) + " ");
	}

	// the first argument: behind a long class path the system's account of a command line
	// is cut off
	private static String mark(Path folder) {
		return "-Dcartpulse.clickhouse.folder=" + folder;
	}

	private static Path pidFile(Path folder) {
		return folder.resolve("engine.pid");
	}

	private Path messages() {
		return this.folder.resolve("engine.log");
	}

	private synchronized void launch() throws IOException {
		Files.createDirectories(this.folder);
		Process child = new ProcessBuilder(command()).directory(this.folder.toFile())
			.redirectError(messages().toFile())
			.start();
		this.process = child;
		Files.writeString(pidFile(this.folder), Long.toString(child.pid()));
		sendPasswords(child);
		awaitReady(child);
		child.onExit().thenAccept((ended) -> restart(ended.exitValue()));
	}

	private List<String> command() {
		List<String> options = new ArrayList<>(List.of(mark(this.folder), "-Xmx256m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Dsun.net.httpserver.nodelay=true",
				"-Dsun.net.httpserver.idleInterval=3600", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
		if (Runtime.version().feature() >= 22) {
			options.add("--enable-native-access=ALL-UNNAMED");
		}
		return ChildCommand.java(ClickHouseMain.class, options,
				List.of(this.folder.toString(), Integer.toString(this.port), this.library.toString(),
						Long.toString(Long.getLong(MEMORY_PROPERTY, 4L << 30))));
	}

	// through the pipe: command lines and environments can be seen by others
	private void sendPasswords(Process child) throws IOException {
		Properties users = new Properties();
		users.setProperty("owner.user", this.credentials.ownerUser());
		users.setProperty("owner.password", this.credentials.ownerPassword());
		users.setProperty("analyst.user", this.credentials.analystUser());
		users.setProperty("analyst.password", this.credentials.analystPassword());
		StringWriter text = new StringWriter();
		users.store(text, null);
		OutputStream pipe = child.getOutputStream();
		pipe.write((text + "\n").getBytes(StandardCharsets.UTF_8));
		pipe.flush();
	}

	private void awaitReady(Process child) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			if (line.equals(ClickHouseMain.READY)) {
				Thread drain = new Thread(() -> reader.lines().forEach(log::debug), "clickhouse-output");
				drain.setDaemon(true);
				drain.start();
				return;
			}
		}
		throw new IOException("its process ended early" + messageTail());
	}

	private String messageTail() throws IOException {
		List<String> lines = Files.readAllLines(messages(), StandardCharsets.UTF_8);
		return lines.isEmpty() ? ""
				: ": " + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
	}

	private synchronized void restart(int exitCode) {
		if (this.closing) {
			return;
		}
		log.error("The ClickHouse process ended with {}; its messages are in {}", exitCode, messages());
		if (++this.restarts > RESTARTS) {
			log.error("ClickHouse is not started again, it ended {} times", this.restarts);
			return;
		}
		try {
			launch();
			log.warn("ClickHouse was started again");
		}
		catch (IOException ex) {
			log.error("ClickHouse cannot be started again", ex);
		}
	}

	synchronized long pid() {
		return (this.process != null) ? this.process.pid() : -1;
	}

	@Override
	public void close() {
		Process child = markClosing();
		if (child == null) {
			return;
		}
		try {
			child.getOutputStream().close();
		}
		catch (IOException ex) {
			log.debug("The pipe to ClickHouse was closed already", ex);
		}
		awaitEnd(child);
	}

	private synchronized @Nullable Process markClosing() {
		this.closing = true;
		return this.process;
	}

	private void awaitEnd(Process child) {
		try {
			if (!child.waitFor(30, TimeUnit.SECONDS)) {
				log.warn("ClickHouse does not end, its process is killed");
				child.destroyForcibly().waitFor();
			}
			else if (child.exitValue() != 0) {
				log.warn("ClickHouse ended with {}; its messages are in {}", child.exitValue(), messages());
			}
			Files.deleteIfExists(pidFile(this.folder));
		}
		catch (IOException ex) {
			log.debug("The process file of ClickHouse stays", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
