package io.cartpulse.metabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A double of Metabase's API that keeps its rules: a setup that works once, sessions,
 * keys that are not declared dropped without a word, 400 where one is missing, passwords
 * never given back, the whole set of a dashboard's cards replaced at once.
 */
public final class FakeMetabase implements AutoCloseable {

	/** Whose account the setup makes. */
	public static final String ADMINISTRATOR = "admin@shop.example";

	/** The administrator's password. */
	public static final String PASSWORD = "correct-horse-1";

	/** ClickHouse's password of the analyst. */
	public static final String ANALYST_PASSWORD = "analyst-secret-1";

	private static final String MASKED = "**MetabasePass**";

	private static final Set<String> CARD_KEYS = Set.of("name", "dataset_query", "display", "visualization_settings",
			"type", "description", "collection_id", "parameters", "parameter_mappings", "entity_id");

	private static final Set<String> CARD_CHANGES = Set.of("name", "dataset_query", "display", "visualization_settings",
			"type", "description", "collection_id", "parameters", "parameter_mappings", "archived");

	private static final Set<String> DASHBOARD_KEYS = Set.of("name", "parameters", "description", "cache_ttl",
			"collection_id", "collection_position");

	private static final Set<String> DASHBOARD_CHANGES = Set.of("name", "description", "points_of_interest",
			"parameters", "width", "archived", "collection_id", "dashcards", "tabs");

	private static final Set<String> DASHCARD_KEYS = Set.of("id", "size_x", "size_y", "row", "col", "card_id",
			"action_id", "dashboard_tab_id", "parameter_mappings", "visualization_settings", "inline_parameters",
			"series");

	private static final int LARGEST_PAGE = 25;

	private final JsonMapper json = JsonMapper.shared();

	private final HttpServer server;

	/** Requests that change something, in their order. */
	private final List<String> writes = new ArrayList<>();

	private final Map<Integer, ObjectNode> databases = new TreeMap<>();

	private final Map<Integer, ObjectNode> collections = new TreeMap<>();

	private final Map<Integer, ObjectNode> cards = new TreeMap<>();

	private final Map<Integer, ObjectNode> dashboards = new TreeMap<>();

	private final Map<String, List<String>> tables = new TreeMap<>();

	private final Set<String> sessions = new HashSet<>();

	private @Nullable String setupToken = UUID.randomUUID().toString();

	private int unavailable;

	private String refused = "";

	private int looksUntilSynced = 2;

	private Duration delay = Duration.ZERO;

	private boolean keepsEntityIds = true;

	private String analystPassword = ANALYST_PASSWORD;

	private int lastId;

	/** Listens on a free port. */
	public FakeMetabase() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.createContext("/", this::handle);
		this.server.start();
		this.tables.put("daily", List.of("event_date", "revenue"));
		this.tables.put("users", List.of("user_id"));
	}

	/** Where it listens. */
	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** Answers so many requests with 503 first. */
	void starting(int requests) {
		this.unavailable = requests;
	}

	/** Refuses the next request of this kind. */
	void refuseOnce(String request) {
		this.refused = request;
	}

	/** Waits before each answer. */
	void slow(Duration before) {
		this.delay = before;
	}

	/** As a version that does not know the key. */
	void dropEntityIds() {
		this.keepsEntityIds = false;
	}

	/** From now on the analyst has another password in ClickHouse. */
	void changeAnalystPassword(String password) {
		this.analystPassword = password;
	}

	/** The analyst may read the marts that dashboards have their days from. */
	public void addMartsOf(List<DashboardDefinition> shown) {
		shown.stream()
			.flatMap((dashboard) -> dashboard.cards().stream())
			.map(Card::period)
			.filter(Objects::nonNull)
			.forEach((period) -> this.tables.put(period.table(), List.of(period.column())));
	}

	void forgetTables() {
		this.tables.clear();
	}

	/** The requests since the last call that changed something. */
	List<String> writes() {
		List<String> since = List.copyOf(this.writes);
		this.writes.clear();
		return since;
	}

	List<ObjectNode> cards() {
		return List.copyOf(this.cards.values());
	}

	/** All dashboards, also those put away. */
	public List<ObjectNode> dashboards() {
		return List.copyOf(this.dashboards.values());
	}

	List<ObjectNode> databases() {
		return List.copyOf(this.databases.values());
	}

	/** A card of somebody else, in a collection. */
	ObjectNode addForeignCard(String name, int collection) {
		ObjectNode card = this.json.createObjectNode().put("name", name).put("collection_id", collection);
		card.put("id", ++this.lastId).put("entity_id", "V1StGXR8_Z5jdHi6B-myT").put("archived", false);
		this.cards.put(this.lastId, card);
		return card;
	}

	/** An empty dashboard of somebody else, in a collection. */
	ObjectNode addForeignDashboard(String name, int collection) {
		ObjectNode body = this.json.createObjectNode().put("name", name).put("collection_id", collection);
		return (ObjectNode) addDashboard(body);
	}

	/** Puts a text of somebody else on a dashboard. */
	void addForeignText(ObjectNode dashboard) {
		((ArrayNode) dashboard.path("dashcards")).addObject()
			.put("id", ++this.lastId)
			.put("row", 50)
			.put("col", 0)
			.put("size_x", 24)
			.put("size_y", 1)
			.putNull("card_id")
			.putObject("visualization_settings")
			.put("text", "Mine");
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private synchronized void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String method = exchange.getRequestMethod();
		String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		try {
			Thread.sleep(this.delay.toMillis());
			if (this.unavailable-- > 0) {
				throw new Refusal(503, "Metabase is still initializing. Please sit tight...");
			}
			if (this.refused.equals(method + " " + path)) {
				this.refused = "";
				throw new Refusal(500, "something went wrong");
			}
			JsonNode body = text.isBlank() ? this.json.createObjectNode() : this.json.readTree(text);
			JsonNode answer = answer(method, path, body, exchange);
			if (!method.equals("GET") && !path.matches("/api/(session|dataset)")) {
				this.writes.add(method + " " + path);
			}
			send(exchange, (answer != null) ? 200 : 204, (answer != null) ? answer.toString() : "");
		}
		catch (Refusal ex) {
			send(exchange, ex.status, String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, int status, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private @Nullable JsonNode answer(String method, String path, JsonNode body, HttpExchange exchange) {
		switch (method + " " + path) {
			case "GET /api/health" -> {
				return this.json.createObjectNode().put("status", "ok");
			}
			case "GET /api/session/properties" -> {
				return this.json.createObjectNode()
					.put("setup-token", this.setupToken)
					.put("has-user-setup", this.setupToken == null);
			}
			case "POST /api/setup" -> {
				return setUp(body);
			}
			case "POST /api/session" -> {
				return logIn(body);
			}
			default -> {
				String session = exchange.getRequestHeaders().getFirst("X-Metabase-Session");
				if (session == null || !this.sessions.contains(session)) {
					throw new Refusal(401, "Unauthenticated");
				}
				if (method.equals("DELETE") && path.equals("/api/session")) {
					this.sessions.remove(session);
					return null;
				}
				return answerAdministrator(method, path, body, exchange.getRequestURI().getQuery());
			}
		}
	}

	private JsonNode setUp(JsonNode body) {
		require(body, "token", "user", "prefs");
		require(body.path("user"), "email", "password");
		require(body.path("prefs"), "site_name");
		if (this.setupToken == null) {
			throw new Refusal(403, "The /api/setup route can only be used to create the first user, "
					+ "however a user currently exists.");
		}
		if (!body.path("token").asString("").equals(this.setupToken)) {
			throw new Refusal(400, "{\"errors\":{\"token\":\"Token does not match the setup token.\"}}");
		}
		if (!body.path("user").path("password").asString("").equals(PASSWORD)) {
			throw new Refusal(400, "{\"errors\":{\"password\":\"password is too common.\"}}");
		}
		this.setupToken = null;
		return session();
	}

	private JsonNode logIn(JsonNode body) {
		require(body, "username", "password");
		if (this.setupToken != null || !body.path("username").asString("").equals(ADMINISTRATOR)
				|| !body.path("password").asString("").equals(PASSWORD)) {
			throw new Refusal(401, "{\"errors\":{\"password\":\"did not match stored password\"}}");
		}
		return session();
	}

	private JsonNode session() {
		String session = UUID.randomUUID().toString();
		this.sessions.add(session);
		return this.json.createObjectNode().put("id", session);
	}

	private JsonNode answerAdministrator(String method, String path, JsonNode body, @Nullable String query) {
		Matcher one = Pattern.compile("/api/(\\w+)/([\\w-]+)(/\\w+)?").matcher(path);
		if (!one.matches()) {
			return switch (method + " " + path) {
				case "GET /api/database" -> page(this.databases.values().stream().map(this::masked).toList());
				case "POST /api/database" -> addDatabase(body);
				case "POST /api/dataset" -> this.json.createObjectNode()
					.put("status", isReachable(item(this.databases, body.path("database").asString()).path("details"))
							? "completed" : "failed");
				case "GET /api/collection" -> collections();
				case "POST /api/collection" ->
					add(this.collections, body, Set.of("name", "description", "parent_id"), Set.of("name"))
						.put("location", "/");
				case "POST /api/card" -> addCard(body);
				case "POST /api/dashboard" -> addDashboard(body);
				default -> throw new Refusal(404, "\"API endpoint does not exist.\"");
			};
		}
		String id = one.group(2);
		String rest = (one.group(3) != null) ? one.group(3) : "";
		return switch (method + " /api/" + one.group(1) + "/id" + rest) {
			case "GET /api/database/id" -> masked(item(this.databases, id));
			case "PUT /api/database/id" -> changeDatabase(item(this.databases, id), body);
			case "POST /api/database/id/sync_schema" -> this.json.createObjectNode().put("status", "ok");
			case "GET /api/database/id/metadata" -> metadata();
			case "GET /api/collection/id/items" -> items(id, String.valueOf(query));
			case "GET /api/card/id" -> item(this.cards, id);
			case "PUT /api/card/id" -> change(item(this.cards, id), body, CARD_CHANGES);
			case "GET /api/dashboard/id" -> item(this.dashboards, id);
			case "PUT /api/dashboard/id" -> changeDashboard(item(this.dashboards, id), body);
			default -> throw new Refusal(404, "\"API endpoint does not exist.\"");
		};
	}

	private JsonNode collections() {
		ArrayNode list = this.json.createArrayNode();
		list.addObject().put("id", "root").put("name", "Our analytics");
		list.addAll(this.collections.values());
		return list;
	}

	private ObjectNode add(Map<Integer, ObjectNode> items, JsonNode body, Set<String> known, Set<String> required) {
		required.forEach((key) -> require(body, key));
		ObjectNode added = declared(body, known);
		added.put("id", ++this.lastId).put("archived", false);
		items.put(this.lastId, added);
		return added;
	}

	private ObjectNode addDatabase(JsonNode body) {
		require(body, "name", "engine", "details");
		requireReachable(body.path("details"));
		return masked(add(this.databases, body, Set.of("name", "engine", "details", "is_full_sync"), Set.of()));
	}

	private JsonNode changeDatabase(ObjectNode database, JsonNode body) {
		ObjectNode details = (ObjectNode) database.path("details").deepCopy();
		body.path("details").properties().forEach((entry) -> {
			if (!entry.getValue().asString("").equals(MASKED)) {
				details.set(entry.getKey(), entry.getValue());
			}
		});
		requireReachable(details);
		database.set("details", details);
		return masked(database);
	}

	private void requireReachable(JsonNode details) {
		if (!isReachable(details)) {
			throw new Refusal(400, "{\"message\":\"Authentication failed: password is incorrect\"}");
		}
	}

	private boolean isReachable(JsonNode details) {
		return details.path("password").asString("").equals(this.analystPassword);
	}

	private ObjectNode masked(JsonNode database) {
		ObjectNode masked = (ObjectNode) database.deepCopy();
		((ObjectNode) masked.path("details")).put("password", MASKED);
		return masked;
	}

	private JsonNode metadata() {
		ObjectNode metadata = this.json.createObjectNode();
		ArrayNode list = metadata.putArray("tables");
		if (this.looksUntilSynced-- > 0) {
			return metadata;
		}
		int id = 1000;
		for (Map.Entry<String, List<String>> table : this.tables.entrySet()) {
			ArrayNode fields = list.addObject().put("name", table.getKey()).putArray("fields");
			for (String field : table.getValue()) {
				fields.addObject().put("name", field).put("id", ++id);
			}
		}
		return metadata;
	}

	private JsonNode addCard(JsonNode body) {
		require(body, "name", "dataset_query", "display", "visualization_settings");
		if (body.has("description") && body.path("description").asString("").isBlank()) {
			throw new Refusal(400, "{\"errors\":{\"description\":\"value must be a non-blank string.\"}}");
		}
		String entityId = body.path("entity_id").asString("");
		if (this.cards.values().stream().anyMatch((card) -> card.path("entity_id").asString("").equals(entityId))) {
			throw new Refusal(400, "{\"message\":\"entity_id is taken\"}");
		}
		ObjectNode card = add(this.cards, body, CARD_KEYS, Set.of());
		if (!this.keepsEntityIds) {
			card.put("entity_id", UUID.randomUUID().toString().substring(0, 21));
		}
		// Metabase writes queries out in its own way
		((ObjectNode) card.path("dataset_query").path("stages").path(0)).put("lib/uuid", UUID.randomUUID().toString());
		return card;
	}

	private JsonNode addDashboard(JsonNode body) {
		ObjectNode dashboard = add(this.dashboards, body, DASHBOARD_KEYS, Set.of("name"));
		dashboard.putArray("dashcards");
		dashboard.putArray("tabs");
		dashboard.put("width", "fixed").putNull("points_of_interest");
		return dashboard;
	}

	private JsonNode changeDashboard(ObjectNode dashboard, JsonNode body) {
		ArrayNode dashcards = this.json.createArrayNode();
		Set<Integer> ids = new HashSet<>();
		for (JsonNode sent : body.path("dashcards")) {
			require(sent, "id", "size_x", "size_y", "row", "col");
			if (!ids.add(sent.path("id").asInt())) {
				throw new Refusal(400, "{\"message\":\"ids must be unique\"}");
			}
			ObjectNode dashcard = declared(sent, DASHCARD_KEYS);
			if (dashcard.path("id").asInt() < 0) {
				dashcard.put("id", ++this.lastId);
			}
			ObjectNode card = this.cards.get(dashcard.path("card_id").asInt(0));
			dashcards.add((card != null) ? dashcard.set("card", card) : dashcard);
		}
		change(dashboard, body, DASHBOARD_CHANGES);
		if (body.has("dashcards")) {
			dashboard.set("dashcards", dashcards);
		}
		return dashboard;
	}

	private static ObjectNode change(ObjectNode item, JsonNode body, Set<String> known) {
		declared(body, known).properties().forEach((entry) -> item.set(entry.getKey(), entry.getValue()));
		return item;
	}

	/** What is not declared is dropped. */
	private static ObjectNode declared(JsonNode body, Set<String> known) {
		ObjectNode declared = JsonMapper.shared().createObjectNode();
		body.properties()
			.stream()
			.filter((entry) -> known.contains(entry.getKey()))
			.forEach((entry) -> declared.set(entry.getKey(), entry.getValue().deepCopy()));
		return declared;
	}

	/** What was put away is shown in the trash alone. */
	private JsonNode items(String collection, String query) {
		boolean ofCards = query.contains("models=card");
		int limit = Integer.parseInt(query.replaceFirst(".*limit=(\\d+).*", "$1"));
		int offset = Integer.parseInt(query.replaceFirst(".*offset=(\\d+).*", "$1"));
		Stream<ObjectNode> all = (ofCards ? this.cards : this.dashboards).values()
			.stream()
			.filter((item) -> item.path("archived").asBoolean(false) ? collection.equals("trash")
					: item.path("collection_id").asString("").equals(collection));
		return page(all.map((item) -> declared(item, Set.of("id", "name"))).toList(), limit, offset);
	}

	private JsonNode page(List<ObjectNode> items) {
		return page(items, items.size(), 0);
	}

	private JsonNode page(List<ObjectNode> items, int limit, int offset) {
		ObjectNode page = this.json.createObjectNode().put("total", items.size());
		ArrayNode data = page.putArray("data");
		items.stream().skip(offset).limit(Math.min(limit, LARGEST_PAGE)).forEach(data::add);
		return page;
	}

	/** By number, or by entity id. */
	private static ObjectNode item(Map<Integer, ObjectNode> items, String id) {
		return items.values()
			.stream()
			.filter((item) -> item.path("id").asString("").equals(id) || item.path("entity_id").asString("").equals(id))
			.findFirst()
			.orElseThrow(() -> new Refusal(404, "Not found."));
	}

	private static void require(JsonNode body, String... keys) {
		for (String key : keys) {
			if (!body.hasNonNull(key)) {
				throw new Refusal(400, "{\"errors\":{\"" + key + "\":\"missing required key\"}}");
			}
		}
	}

	private static final class Refusal extends RuntimeException {

		private final int status;

		Refusal(int status, String message) {
			super(message);
			this.status = status;
		}

	}

}
