package io.cartpulse.embedded.clickhouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request of ClickHouse's HTTP protocol: account, settings, parameters, and the
 * statement with its data, read no further than needed.
 */
final class HttpRequest {

	/** How much of a request is kept in memory while its statement is looked at. */
	static final int HEAD = 1 << 20;

	/** How long a statement may be that carries no streamed rows. */
	static final int STATEMENT_LIMIT = 16 << 20;

	private static final Set<String> NOT_SETTINGS = Set.of("query", "user", "password", "database", "default_format",
			"session_id", "session_timeout", "session_check", "close_session", "query_id", "compress", "decompress",
			"quota_key", "stacktrace", "buffer_size", "wait_end_of_query", "role", "client_protocol_version",
			"send_progress_in_http_headers", "enable_http_compression", "http_zlib_compression_level",
			"cancel_http_readonly_queries_on_client_close", "async", "readonly");

	private static final Pattern PART = Pattern.compile("(?s)name=\"([^\"]+)\".*?\\r\\n\\r\\n(.*)\\r\\n$");

	private final HttpExchange exchange;

	private final Map<String, String> fields;

	private final byte[] head;

	private final InputStream rest;

	private final Statement statement;

	private HttpRequest(HttpExchange exchange, Map<String, String> fields, byte[] head, InputStream rest) {
		this.exchange = exchange;
		this.fields = fields;
		this.head = head;
		this.rest = rest;
		this.statement = Statement.of(new String(head, StandardCharsets.ISO_8859_1));
	}

	static Map<String, String> fields(@Nullable String rawQuery) {
		Map<String, String> fields = new LinkedHashMap<>();
		if (rawQuery == null || rawQuery.isEmpty()) {
			return fields;
		}
		for (String pair : rawQuery.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			fields.put(decode(name), decode(value));
		}
		return fields;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	static Accounts.Role authenticate(HttpExchange exchange, Map<String, String> fields, Accounts accounts) {
		String user = fields.getOrDefault("user", header(exchange, "X-ClickHouse-User"));
		String password = fields.getOrDefault("password", header(exchange, "X-ClickHouse-Key"));
		String basic = header(exchange, "Authorization");
		if (user == null && basic != null && basic.regionMatches(true, 0, "Basic ", 0, 6)) {
			String[] pair = decodeBasic(basic.substring(6).strip()).split(":", 2);
			user = pair[0];
			password = (pair.length > 1) ? pair[1] : "";
		}
		return accounts.enter((user != null) ? user : "default", (password != null) ? password : "");
	}

	private static String decodeBasic(String encoded) {
		try {
			return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	static HttpRequest read(HttpExchange exchange, Map<String, String> urlFields) throws IOException {
		Map<String, String> fields = new LinkedHashMap<>(urlFields);
		InputStream body = decoded(exchange, fields);
		String type = header(exchange, "Content-Type");
		if (type != null && type.startsWith("multipart/form-data")) {
			fields.putAll(parts(body, type));
			body = InputStream.nullInputStream();
		}
		byte[] query = fields.getOrDefault("query", "").getBytes(StandardCharsets.UTF_8);
		if (query.length == 0) {
			return new HttpRequest(exchange, fields, body.readNBytes(HEAD), body);
		}
		byte[] start = body.readNBytes(HEAD);
		if (start.length == 0) {
			return new HttpRequest(exchange, fields, query, body);
		}
		byte[] head = Arrays.copyOf(query, query.length + 1 + start.length);
		head[query.length] = '\n';
		System.arraycopy(start, 0, head, query.length + 1, start.length);
		return new HttpRequest(exchange, fields, head, body);
	}

	private static InputStream decoded(HttpExchange exchange, Map<String, String> fields) throws IOException {
		InputStream body = exchange.getRequestBody();
		String encoding = header(exchange, "Content-Encoding");
		if (encoding != null) {
			body = switch (encoding) {
				case "gzip" -> new GZIPInputStream(body, 1 << 16);
				case "deflate" -> new InflaterInputStream(body);
				case "zstd" -> new ZstdInputStream(body);
				case "lz4" -> new LZ4FrameInputStream(body);
				case "identity" -> body;
				default -> throw new EngineException(EngineException.NOT_IMPLEMENTED, "NOT_IMPLEMENTED",
						"Content-Encoding " + encoding + " is not supported");
			};
		}
		return "1".equals(fields.get("decompress")) ? new BlockInputStream(body) : body;
	}

	private static Map<String, String> parts(InputStream body, String type) throws IOException {
		byte[] bytes = body.readNBytes(STATEMENT_LIMIT + 1);
		checkLength(bytes.length);
		String boundary = "--" + type.replaceAll(".*boundary=\"?([^\";]+)\"?.*", "$1");
		Map<String, String> parts = new LinkedHashMap<>();
		for (String part : new String(bytes, StandardCharsets.UTF_8).split(Pattern.quote(boundary))) {
			Matcher matcher = PART.matcher(part);
			if (matcher.find()) {
				parts.put(matcher.group(1), matcher.group(2));
			}
		}
		return parts;
	}

	private static void checkLength(long length) {
		if (length > STATEMENT_LIMIT) {
			throw new EngineException(EngineException.TOO_LARGE, "TOO_MANY_BYTES",
					"The statement is longer than " + STATEMENT_LIMIT + " bytes");
		}
	}

	static @Nullable String header(HttpExchange exchange, String name) {
		return exchange.getRequestHeaders().getFirst(name);
	}

	Statement statement() {
		return this.statement;
	}

	/** The statement alone, without FORMAT, VALUES and rows. */
	byte[] insertHead() {
		return Arrays.copyOf(this.head, this.statement.sqlEnd());
	}

	/** The rows that follow an insert. */
	InputStream insertRows() {
		int start = Math.min(this.statement.headEnd(), this.head.length);
		return new SequenceInputStream(new ByteArrayInputStream(this.head, start, this.head.length - start), this.rest);
	}

	/** Whether everything came within the part that is kept in memory. */
	boolean isShort() {
		return this.head.length < HEAD;
	}

	byte[] wholeStatement() throws IOException {
		byte[] tail = this.rest.readNBytes(STATEMENT_LIMIT);
		checkLength((long) this.head.length + tail.length);
		if (tail.length == 0) {
			return this.head;
		}
		byte[] whole = Arrays.copyOf(this.head, this.head.length + tail.length);
		System.arraycopy(tail, 0, whole, this.head.length, tail.length);
		return whole;
	}

	String format() {
		String clause = this.statement.format();
		if (clause != null) {
			return clause;
		}
		String header = header(this.exchange, "X-ClickHouse-Format");
		return (header != null) ? header : this.fields.getOrDefault("default_format", "TabSeparated");
	}

	String database() {
		String database = this.fields.getOrDefault("database", header(this.exchange, "X-ClickHouse-Database"));
		return (database == null || database.isEmpty()) ? "default" : database;
	}

	String queryId() {
		return this.fields.getOrDefault("query_id", UUID.randomUUID().toString());
	}

	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		this.fields.forEach((name, value) -> {
			if (name.startsWith("param_")) {
				parameters.put(name.substring("param_".length()), value);
			}
		});
		return parameters;
	}

	/**
	 * The settings of the URL. Their names become arguments of the engine, so unknown
	 * ones are refused.
	 */
	Map<String, String> settings(Set<String> known) {
		Map<String, String> settings = new LinkedHashMap<>();
		this.fields.forEach((name, value) -> {
			if (!NOT_SETTINGS.contains(name) && !name.startsWith("param_")) {
				if (!known.contains(name)) {
					throw new EngineException(EngineException.UNKNOWN_SETTING, "UNKNOWN_SETTING",
							"Setting " + name + " is neither a builtin setting nor started with the prefix 'SQL_'");
				}
				settings.put(name, value);
			}
		});
		return settings;
	}

	boolean wantsBlocks() {
		return "1".equals(this.fields.get("compress"));
	}

	/** The content encoding the client asks for, if any. */
	@Nullable String encoding() {
		String accepted = header(this.exchange, "Accept-Encoding");
		if (accepted == null || !isOn(this.fields.get("enable_http_compression"))) {
			return null;
		}
		return Stream.of("lz4", "zstd", "gzip").filter(accepted::contains).findFirst().orElse(null);
	}

	private static boolean isOn(@Nullable String value) {
		return "1".equals(value) || "true".equals(value);
	}

}
