package io.cartpulse.embedded.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Speaks ClickHouse's HTTP protocol in front of the library, so that the official clients
 * work unchanged.
 */
final class HttpFront {

	// readers that hold a result open must not keep writers out
	private static final int THREADS = 24;

	private static final long DRAIN_LIMIT = 1L << 30;

	private static final String ANALYST_SECONDS = "120";

	private final Engine engine;

	private final Accounts accounts;

	private final Map<String, String> ownerSettings;

	private final Set<String> knownSettings;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private HttpFront(Engine engine, Accounts accounts, Map<String, String> settings, HttpServer server)
			throws IOException {
		this.engine = engine;
		this.accounts = accounts;
		this.ownerSettings = settings;
		this.server = server;
		try (EngineConnection connection = engine.connect(Map.of())) {
			this.knownSettings = new HashSet<>(
					Arrays.asList(connection.text("select name from system.settings", Map.of()).split("\n")));
		}
	}

	static HttpFront start(Engine engine, Accounts accounts, Map<String, String> settings, int port)
			throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
		HttpFront front = new HttpFront(engine, accounts, settings, server);
		server.setExecutor(front.threads);
		server.createContext("/", front::handle);
		server.start();
		return front;
	}

	void stop() {
		this.server.stop(1);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try {
			answer(exchange);
			exchange.close();
		}
		catch (EngineException ex) {
			fail(exchange, ex);
		}
		catch (IllegalArgumentException ex) {
			fail(exchange, new EngineException(EngineException.SYNTAX_ERROR, "SYNTAX_ERROR",
					"The request cannot be read: " + ex.getMessage()));
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		Map<String, String> fields = HttpRequest.fields(exchange.getRequestURI().getRawQuery());
		exchange.getResponseHeaders().set("X-ClickHouse-Server-Display-Name", "cartpulse");
		exchange.getResponseHeaders().set("X-ClickHouse-Timezone", "UTC");
		String path = exchange.getRequestURI().getPath();
		boolean question = exchange.getRequestMethod().equals("POST") || fields.containsKey("query");
		if (path.equals("/ping") || path.equals("/replicas_status") || (path.equals("/") && !question)) {
			send(exchange, 200, "Ok.\n");
			return;
		}
		if (!path.equals("/")) {
			send(exchange, 404, "There is no handle " + path + "\n");
			return;
		}
		Accounts.Role role = HttpRequest.authenticate(exchange, fields, this.accounts);
		HttpRequest request = HttpRequest.read(exchange, fields);
		exchange.getResponseHeaders().set("X-ClickHouse-Query-Id", request.queryId());
		try (EngineConnection connection = this.engine.connect(settings(request, exchange, role))) {
			run(connection, exchange, request, role);
		}
	}

	private Map<String, String> settings(HttpRequest request, HttpExchange exchange, Accounts.Role role) {
		Map<String, String> settings = new LinkedHashMap<>(this.ownerSettings);
		settings.putAll(request.settings(this.knownSettings));
		if (role == Accounts.Role.ANALYST) {
			// the caps are the analyst's to lower, not to lift; readonly comes last so
			// that
			// nothing follows it
			this.ownerSettings.forEach((name, cap) -> settings.merge(name, cap, HttpFront::lower));
			settings.merge("max_execution_time", ANALYST_SECONDS, HttpFront::lower);
			settings.put("readonly", "1");
		}
		else if (exchange.getRequestMethod().equals("GET")) {
			// as the server does: a link must not change anything
			settings.put("readonly", "2");
		}
		return settings;
	}

	/**
	 * What is asked for, where it is a number below the cap; for 0 means no cap at all.
	 */
	private static String lower(String asked, String cap) {
		boolean comparable = asked.matches("[1-9]\\d{0,17}") && cap.matches("\\d{1,18}");
		return (comparable && Long.parseLong(asked) < Long.parseLong(cap)) ? asked : cap;
	}

	private void run(EngineConnection connection, HttpExchange exchange, HttpRequest request, Accounts.Role role)
			throws IOException {
		String database = request.database();
		if (role == Accounts.Role.ANALYST) {
			AnalystGuard.checkDatabase(database);
		}
		if (!database.equals("default")) {
			connection.text("use `" + database.replace("\\", "\\\\").replace("`", "\\`") + "`", Map.of());
		}
		if (role == Accounts.Role.ANALYST) {
			String sql = new String(request.wholeStatement(), StandardCharsets.UTF_8);
			new AnalystGuard(connection, database, new HashMap<>(request.parameters())).check(sql, Statement.of(sql));
		}
		HttpResponse response = new HttpResponse(exchange, request);
		try {
			response.end(execute(connection, request, response));
		}
		catch (EngineException ex) {
			if (!response.isOpen()) {
				throw ex;
			}
			response.breakOff(ex);
			// an exception makes the server cut the connection: the client sees that rows
			// are missing
			throw new IOException("The result broke off: " + ex.getMessage(), ex);
		}
	}

	private QueryCounts execute(EngineConnection connection, HttpRequest request, HttpResponse response)
			throws IOException {
		Statement statement = request.statement();
		Map<String, String> parameters = request.parameters();
		if (statement.kind() == Statement.Kind.INSERT_ROWS && !isSmallValues(request)) {
			return connection.insert(request.insertHead(), request.format(), parameters, request.insertRows());
		}
		byte[] sql = request.wholeStatement();
		ResultFormat format = new ResultFormat(request.format());
		boolean streamed = statement.kind() == Statement.Kind.QUERY && format.isStreamable();
		if (streamed && connection.stream(sql, format.name(), parameters, response)) {
			return QueryCounts.NONE;
		}
		if (!streamed || format.hasHeader()) {
			connection.run(sql, format.name(), parameters, response);
		}
		return QueryCounts.NONE;
	}

	// run as a statement: its rows may be expressions
	private static boolean isSmallValues(HttpRequest request) {
		return "Values".equals(request.statement().format()) && request.isShort();
	}

	private static void fail(HttpExchange exchange, EngineException failure) throws IOException {
		drain(exchange.getRequestBody());
		exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", Integer.toString(failure.code()));
		if (failure.httpStatus() == 401) {
			exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"ClickHouse\"");
		}
		send(exchange, failure.httpStatus(), failure.wireText());
		exchange.close();
	}

	// a client that still sends would see a broken pipe instead of the error
	private static void drain(InputStream body) {
		try {
			byte[] piece = new byte[1 << 16];
			long drained = 0;
			for (int read = body.read(piece); read >= 0 && drained < DRAIN_LIMIT; read = body.read(piece)) {
				drained += read;
			}
		}
		catch (IOException ex) {
			// the sender is gone, and so is the reader of the error
		}
	}

	private static void send(HttpExchange exchange, int status, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
		exchange.sendResponseHeaders(status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

}
