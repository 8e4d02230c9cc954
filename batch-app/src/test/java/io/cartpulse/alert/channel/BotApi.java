package io.cartpulse.alert.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as Telegram's Bot API is documented to: messages it takes, limits, refusals,
 * updates that wait until they are confirmed.
 */
public final class BotApi implements AutoCloseable {

	/** Looks like a token, and is none. */
	public static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

	private static final int LONGEST_TEXT = 4096;

	private final JsonMapper json = JsonMapper.shared();

	private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final Queue<JsonNode> updates = new ArrayDeque<>();

	private HttpServer server;

	private BotApi(int port) {
		this.server = listen(port);
	}

	public static BotApi start() {
		return new BotApi(0);
	}

	private HttpServer listen(int port) {
		try {
			HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			started.setExecutor(Executors.newCachedThreadPool((task) -> {
				Thread thread = new Thread(task, "bot-api");
				thread.setDaemon(true);
				return thread;
			}));
			started.createContext("/", this::answer);
			started.start();
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** The settings of a bot here. */
	public TelegramSettings settings(Long... chats) {
		return new TelegramSettings(TOKEN, List.of(chats), TelegramSettings.Commands.ALL, url());
	}

	/** Is away until it is {@link #restart() there again}. */
	public void goAway() {
		this.server.stop(0);
	}

	public void restart() {
		this.server = listen(this.server.getAddress().getPort());
	}

	/** Answers the next message so, and not as it should. */
	public void answerNext(int status, String body) {
		this.answers.add(new Answer(status, body));
	}

	/** Somebody writes to the bot. */
	public void write(long number, long chat, long sentAt, String text) {
		synchronized (this.updates) {
			this.updates.add(this.json.readTree("""
					{"update_id": %d, "message": {"message_id": 1, "date": %d, "chat": {"id": %d, "type": "private"},
					"from": {"id": 7, "is_bot": false, "first_name": "Ada"}, "text": "%s"}}""".formatted(number, sentAt,
					chat, text)));
			this.updates.notifyAll();
		}
	}

	/** Messages that were taken, in their order. */
	public BlockingQueue<Sent> sent() {
		return this.sent;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		JsonNode request = body(exchange);
		String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		if (!path.startsWith("/bot" + TOKEN + "/")) {
			reply(exchange, new Answer(401, refusal(401, "Unauthorized", "")));
			return;
		}
		reply(exchange, switch (method) {
			case "sendmessage" -> sendMessage(request);
			case "getupdates" -> getUpdates(request);
			case "getme" -> ok("{\"id\": 1, \"is_bot\": true, \"first_name\": \"cartpulse\"}");
			case "deletewebhook" -> ok("true");
			default -> new Answer(404, refusal(404, "Not Found", ""));
		});
	}

	private JsonNode body(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return this.json.readTree(body.isBlank() ? "{}" : body);
	}

	private Answer sendMessage(JsonNode request) {
		Answer prepared = this.answers.poll();
		if (prepared != null) {
			return prepared;
		}
		String text = request.path("text").asString();
		if (text.length() > LONGEST_TEXT) {
			return new Answer(400, refusal(400, "Bad Request: message is too long", ""));
		}
		this.sent.add(new Sent(request.path("chat_id").asString(), text));
		return ok("{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 1, \"type\": \"private\"}}");
	}

	/** Holds the question until there is something, or a while has gone by. */
	private Answer getUpdates(JsonNode request) {
		long offset = request.path("offset").asLong();
		synchronized (this.updates) {
			this.updates.removeIf((update) -> update.path("update_id").asLong() < offset);
			if (this.updates.isEmpty()) {
				try {
					this.updates.wait(1000);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			return ok(this.updates.toString());
		}
	}

	private static Answer ok(String result) {
		return new Answer(200, "{\"ok\": true, \"result\": " + result + "}");
	}

	/** A refusal as the Bot API writes it. */
	public static String refusal(int code, String description, String parameters) {
		String more = parameters.isEmpty() ? "" : ", \"parameters\": " + parameters;
		return "{\"ok\": false, \"error_code\": %d, \"description\": \"%s\"%s}".formatted(code, description, more);
	}

	private static void reply(HttpExchange exchange, Answer answer) throws IOException {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(answer.status(), body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A message that was taken.
	 *
	 * @param chat to whom
	 * @param text what
	 */
	public record Sent(String chat, String text) {

	}

	private record Answer(int status, String body) {

	}

}
