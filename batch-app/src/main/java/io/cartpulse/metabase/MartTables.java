package io.cartpulse.metabase;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.cartpulse.dashboard.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The marts as a database in Metabase: connected, and its tables known there.
 */
final class MartTables {

	private static final String MARTS = "data_mart";

	private static final int BAD_REQUEST = 400;

	private static final String ENGINE = "clickhouse";

	private final MetabaseClient client;

	private final MetabaseSettings settings;

	private final Consumer<String> progress;

	MartTables(MetabaseClient client, MetabaseSettings settings, Consumer<String> progress) {
		this.client = client;
		this.settings = settings;
		this.progress = progress;
	}

	/** Connects the marts, or mends the connection; gives the database's number. */
	int connect() {
		Optional<JsonNode> found = MetabaseClient.list(this.client.get("/api/database").path("data"))
			.stream()
			.filter((database) -> database.path("name").asString("").equals(this.settings.database().name())
					&& database.path("engine").asString("").equals(ENGINE))
			.findFirst();
		if (found.isEmpty()) {
			return create();
		}
		int id = MetabaseClient.id(found.get());
		JsonNode there = this.client.get("/api/database/{id}", id).path("details");
		if (!Json.holds(there, address()) || !answers(id)) {
			ObjectNode body = JsonMapper.shared().createObjectNode();
			body.set("details", details());
			send(() -> this.client.put("/api/database/{id}", body, id));
			this.progress.accept("Changed the connection to ClickHouse");
		}
		return id;
	}

	/**
	 * The numbers of days' fields in Metabase, which looks for tables in its own time.
	 */
	Map<Period, Integer> fields(int database, Set<Period> periods) {
		Map<Period, Integer> fields = known(database, periods);
		if (!fields.keySet().containsAll(periods)) {
			this.client.post("/api/database/{id}/sync_schema", null, database);
			this.progress.accept("Waiting for Metabase to see the marts …");
		}
		Instant end = Instant.now().plus(this.settings.patience());
		while (!fields.keySet().containsAll(periods)) {
			if (Instant.now().isAfter(end)) {
				throw new MetabaseException("Metabase does not see " + missing(periods, fields.keySet()) + " in "
						+ MARTS + " at " + this.settings.database().host() + ":" + this.settings.database().port()
						+ ": is this the ClickHouse of the marts, and may " + this.settings.database().user()
						+ " read them?");
			}
			SignIn.pause(this.settings.pause());
			fields = known(database, periods);
		}
		return fields;
	}

	private static Set<Period> missing(Set<Period> periods, Set<Period> known) {
		Set<Period> missing = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
		missing.addAll(periods);
		missing.removeAll(known);
		return missing;
	}

	private int create() {
		ObjectNode body = JsonMapper.shared()
			.createObjectNode()
			.put("name", this.settings.database().name())
			.put("engine", ENGINE);
		body.set("details", details());
		int id = MetabaseClient.id(send(() -> this.client.post("/api/database", body)));
		this.progress.accept("Connected ClickHouse as " + this.settings.database().user());
		return id;
	}

	/** Metabase tries a connection before it keeps it. */
	private JsonNode send(Supplier<JsonNode> request) {
		try {
			return request.get();
		}
		catch (MetabaseException ex) {
			if (ex.status() != BAD_REQUEST) {
				throw ex;
			}
			throw new MetabaseException("Metabase cannot reach ClickHouse at " + this.settings.database().host() + ":"
					+ this.settings.database().port() + " as " + this.settings.database().user()
					+ "; check cartpulse.metabase.database.* (" + ex.getMessage() + ")", ex);
		}
	}

	/** A password is never given back, so only a question shows that it has changed. */
	private boolean answers(int database) {
		ObjectNode query = NativeQuery.of(database, "select 1");
		return this.client.post("/api/dataset", query).path("status").asString("").equals("completed");
	}

	private ObjectNode address() {
		MetabaseSettings.MartDatabase database = this.settings.database();
		return JsonMapper.shared()
			.createObjectNode()
			.put("host", database.host())
			.put("port", database.port())
			.put("user", database.user())
			.put("dbname", MARTS);
	}

	private ObjectNode details() {
		return address().put("password", this.settings.database().password())
			.put("scan-all-databases", false)
			.put("ssl", false)
			.put("tunnel-enabled", false)
			.put("advanced-options", false);
	}

	private Map<Period, Integer> known(int database, Set<Period> periods) {
		Map<Period, Integer> fields = new HashMap<>();
		List<JsonNode> tables = MetabaseClient
			.list(this.client.get("/api/database/{id}/metadata", database).path("tables"));
		for (JsonNode table : tables) {
			for (JsonNode field : table.path("fields")) {
				Period period = new Period(table.path("name").asString(""), field.path("name").asString(""));
				if (periods.contains(period)) {
					fields.put(period, MetabaseClient.id(field));
				}
			}
		}
		return fields;
	}

}
