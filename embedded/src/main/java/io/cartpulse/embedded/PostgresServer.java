package io.cartpulse.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server on a data folder that is kept.
 */
final class PostgresServer implements AutoCloseable {

	static final String DATABASE = "cartpulse";

	private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

	private static final long LOG_FILE_LIMIT = 16L << 20;

	private final Path folder;

	private final Path data;

	private final PostgresBinaries binaries;

	private final CredentialsFile credentials;

	private PostgresServer(Path folder, PostgresBinaries binaries, CredentialsFile credentials) {
		this.folder = folder;
		this.data = folder.resolve("data");
		this.binaries = binaries;
		this.credentials = credentials;
	}

	/**
	 * Stops a server a killed application left behind: it would hold the port and run
	 * with settings of the past.
	 * @param folder the server's folder
	 * @param binaries the programs
	 */
	static void stopOrphan(Path folder, PostgresBinaries binaries) throws IOException {
		Path data = folder.resolve("data");
		Path pidFile = data.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		if (orphan(pidFile, data).isEmpty()) {
			// left by a crash; its number may belong to a stranger by now, so nothing is
			// signalled
			Files.deleteIfExists(pidFile);
			return;
		}
		log.info("Stopping the PostgreSQL server a killed application left on {}", data);
		Command stop = Command.run(folder, binaries.line("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w"));
		if (!stop.succeeded()) {
			throw new EngineStartException("A PostgreSQL server left by a killed application still runs on " + data
					+ " and cannot be stopped: " + stop.output());
		}
	}

	private static Optional<ProcessHandle> orphan(Path pidFile, Path data) throws IOException {
		List<String> lines = Files.readAllLines(pidFile);
		if (lines.size() < 2 || !lines.get(0).strip().matches("\\d{1,10}") || !Path.of(lines.get(1)).equals(data)) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
			.filter(ProcessHandle::isAlive)
			.filter((
					process) -> process.info().command().filter((command) -> command.endsWith("postgres")).isPresent());
	}

	static PostgresServer start(Path folder, int port, PostgresBinaries binaries, CredentialsFile credentials) {
		PostgresServer server = new PostgresServer(folder, binaries, credentials);
		try {
			server.initialize();
			server.configure(port);
			server.launch();
			server.createAccounts(port);
			return server;
		}
		catch (IOException | SQLException ex) {
			server.close();
			throw new EngineStartException(
					"PostgreSQL does not start on " + folder + ": " + ex.getMessage() + server.logTail(), ex);
		}
		catch (EngineStartException ex) {
			server.close();
			throw ex;
		}
	}

	// The new cluster appears complete or not at all, also if this is killed half way
	private void initialize() throws IOException {
		if (Files.isDirectory(this.data)) {
			return;
		}
		Files.createDirectories(this.folder);
		Path draft = this.folder.resolve("data.new");
		CacheFolder.delete(draft);
		Path passwordFile = this.folder.resolve("initial.password");
		PrivateFile.write(passwordFile, this.credentials.superuserPassword() + "\n");
		try {
			require(Command.run(this.folder,
					this.binaries.line("initdb", "-D", draft.toString(), "-U", "postgres", "--encoding=UTF8",
							"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
							"--auth=scram-sha-256", "--pwfile=" + passwordFile)));
		}
		finally {
			Files.deleteIfExists(passwordFile);
		}
		Files.writeString(draft.resolve("postgresql.conf"), "\ninclude 'cartpulse.conf'\n", StandardOpenOption.APPEND);
		Files.move(draft, this.data, StandardCopyOption.ATOMIC_MOVE);
	}

	private void configure(int port) throws IOException {
		Files.writeString(this.data.resolve("pg_hba.conf"), """
				# Written at every start. Nobody comes in without a password.
				host all all 127.0.0.1/32 scram-sha-256
				""");
		Files.writeString(this.data.resolve("cartpulse.conf"), """
				# Written at every start.
				listen_addresses = '127.0.0.1'
				port = %d
				unix_socket_directories = ''
				max_connections = 100
				password_encryption = 'scram-sha-256'
				timezone = 'UTC'
				log_timezone = 'UTC'
				# durable
				fsync = on
				full_page_writes = on
				synchronous_commit = on
				wal_level = replica
				# bulk loads on a small machine
				shared_buffers = 256MB
				work_mem = 32MB
				maintenance_work_mem = 128MB
				effective_cache_size = 1GB
				wal_buffers = 16MB
				min_wal_size = 256MB
				max_wal_size = 4GB
				checkpoint_timeout = 15min
				checkpoint_completion_target = 0.9
				random_page_cost = 1.1
				jit = off
				log_checkpoints = off
				""".formatted(port));
	}

	private void launch() throws IOException {
		Path logFile = logFile();
		if (Files.exists(logFile) && Files.size(logFile) > LOG_FILE_LIMIT) {
			Files.move(logFile, this.folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
		// -t: recovery after a crash under load takes its time
		require(Command.run(this.folder, this.binaries.line("pg_ctl", "start", "-D", this.data.toString(), "-w", "-t",
				"600", "-s", "-l", logFile.toString())));
	}

	private void createAccounts(int port) throws IOException, SQLException {
		PostgresAccounts accounts = new PostgresAccounts(port, this.credentials.superuserPassword());
		if (!accounts.superuserMayEnter()) {
			resetSuperuser();
		}
		try (Connection connection = accounts.connect("postgres")) {
			accounts.create(connection, DATABASE, this.credentials.credentials());
		}
		try (Connection connection = accounts.connect(DATABASE)) {
			accounts.restrict(connection);
		}
	}

	// credentials.properties was deleted: only the server's single-user mode needs no
	// password
	private void resetSuperuser() throws IOException {
		log.warn("The superuser's password is unknown, setting a new one");
		stop();
		Command reset = Command.run(this.folder,
				this.binaries.line("postgres", "--single", "-D", this.data.toString(), "postgres"),
				"alter role postgres password '" + this.credentials.superuserPassword() + "'\n", true);
		require(reset);
		launch();
	}

	private static void require(Command command) throws IOException {
		if (!command.succeeded()) {
			throw new IOException(command.output().strip());
		}
	}

	private Path logFile() {
		return this.folder.resolve("postgres.log");
	}

	private String logTail() {
		try {
			List<String> lines = Files.readAllLines(logFile(), StandardCharsets.UTF_8);
			return "\nThe end of " + logFile() + ":\n"
					+ String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private void stop() throws IOException {
		require(Command.run(this.folder, this.binaries.line("pg_ctl", "stop", "-D", this.data.toString(), "-m", "fast",
				"-w", "-t", "60", "-s")));
	}

	@Override
	public void close() {
		if (!Files.exists(this.data.resolve("postmaster.pid"))) {
			return;
		}
		try {
			stop();
		}
		catch (IOException ex) {
			log.warn("PostgreSQL did not stop cleanly: {}", ex.getMessage());
		}
	}

}
