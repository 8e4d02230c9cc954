package io.cartpulse.embedded.clickhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The ClickHouse process. It reads its accounts from its standard input and ends when
 * that closes, so it never outlives the application that started it.
 */
public final class ClickHouseMain {

	/** The line that says that queries are answered now. */
	public static final String READY = "ClickHouse answers";

	private ClickHouseMain() {
	}

	/**
	 * Runs until the standard input closes.
	 * @param arguments data folder, port, path of the library, memory in bytes
	 * @throws IOException if the port or the folder cannot be used
	 */
	public static void main(String[] arguments) throws IOException {
		Engine.detachFromTerminal();
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		Accounts accounts = new Accounts(readAccounts(input));
		long memory = Long.parseLong(arguments[3]);
		try {
			serve(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]), memory, accounts);
		}
		catch (IOException | RuntimeException | UnsatisfiedLinkError ex) {
			System.err.println(ex);
			System.err.flush();
			Engine.leave(1);
		}
		System.out.println(READY);
		System.out.flush();
		while (input.readLine() != null) {
			// nothing more is said; the end of the input is what counts
		}
		System.exit(0);
	}

	private static Properties readAccounts(BufferedReader input) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
			text.append(line).append('\n');
		}
		Properties accounts = new Properties();
		accounts.load(new StringReader(text.toString()));
		return accounts;
	}

	private static void serve(Path folder, int port, Path library, long memory, Accounts accounts) throws IOException {
		Engine engine = Engine.open(library, Files.createDirectories(folder.resolve("data")),
				List.of("--config-file=" + configuration(folder, memory)));
		HttpFront front = HttpFront.start(engine, accounts, querySettings(memory), port);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			front.stop();
			Engine.leave(engine.isOpen() ? 0 : 1);
		}));
	}

	// Durable: a part counts as written when the disk has it
	private static Path configuration(Path folder, long memory) throws IOException {
		String text = """
				<clickhouse>
				    <max_server_memory_usage>%d</max_server_memory_usage>
				    <mark_cache_size>%d</mark_cache_size>
				    <timezone>UTC</timezone>
				    <merge_tree>
				        <fsync_after_insert>1</fsync_after_insert>
				        <fsync_part_directory>1</fsync_part_directory>
				        <min_rows_to_fsync_after_merge>1</min_rows_to_fsync_after_merge>
				    </merge_tree>
				</clickhouse>
				""".formatted(memory, 128L << 20);
		return Files.writeString(folder.resolve("config.xml"), text);
	}

	private static Map<String, String> querySettings(long memory) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("async_insert", "0");
		settings.put("max_memory_usage", Long.toString(memory / 4 * 3));
		settings.put("max_execution_time", "3600");
		return settings;
	}

}
