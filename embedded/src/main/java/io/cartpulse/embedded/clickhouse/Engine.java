package io.cartpulse.embedded.clickhouse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The ClickHouse engine, loaded once, open on one folder.
 */
final class Engine {

	private final Chdb library;

	private final Path data;

	// the engine lives as long as one connection is open: this one
	private final Pointer keeper;

	private Engine(Chdb library, Path data, Pointer keeper) {
		this.library = library;
		this.data = data;
		this.keeper = keeper;
	}

	static Engine open(Path libraryFile, Path data, List<String> arguments) {
		Chdb library = Native.load(libraryFile.toString(), Chdb.class,
				Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name()));
		// before the first connect, or the JVM's null checks end in the engine's crash
		// handler
		library.chdb_set_signal_handlers_enabled(0);
		return new Engine(library, data, connect(library, data, arguments));
	}

	/**
	 * Opens a connection for one request. A connection that saw a failing query would put
	 * its left-overs before the next result.
	 * @param settings ClickHouse settings of this connection
	 * @return the connection
	 */
	EngineConnection connect(Map<String, String> settings) {
		List<String> arguments = new ArrayList<>();
		settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return new EngineConnection(this.library, connect(this.library, this.data, arguments));
	}

	private static Pointer connect(Chdb library, Path data, List<String> settings) {
		List<String> arguments = new ArrayList<>(List.of("clickhouse", "--path=" + data));
		arguments.addAll(settings);
		Pointer handle = library.chdb_connect(arguments.size(), arguments.toArray(String[]::new));
		if (handle == null) {
			throw new EngineException(EngineException.UNKNOWN_EXCEPTION, "UNKNOWN_EXCEPTION",
					"The engine refuses a connection on " + data);
		}
		return handle;
	}

	boolean isOpen() {
		return Pointer.nativeValue(this.keeper) != 0;
	}

	/**
	 * Leaves the process at once. Java's own ways out run the library's destructors while
	 * its threads still work, which crashes.
	 * @param status the exit code
	 */
	static void leave(int status) {
		Function.getFunction("c", "_exit").invoke(Void.class, new Object[] { status });
	}

	/**
	 * Leaves the terminal's process group, so that Ctrl-C reaches the application only.
	 */
	static void detachFromTerminal() {
		Function.getFunction("c", "setsid").invoke(int.class, new Object[0]);
	}

}
