package io.cartpulse.metabase;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An SQL as Metabase's query language wraps it. The range of days is a field filter: a
 * tag in the SQL, in whose place Metabase writes the condition.
 */
final class NativeQuery {

	/** The tag's name in the SQL, and the parameter's on dashboards. */
	static final String PERIOD = "period";

	private NativeQuery() {
	}

	/** A query without parameters. */
	static ObjectNode of(int database, String sql) {
		ObjectNode query = JsonMapper.shared()
			.createObjectNode()
			.put("lib/type", "mbql/query")
			.put("database", database);
		query.putArray("stages").addObject().put("lib/type", "mbql.stage/native").put("native", sql);
		return query;
	}

	/**
	 * A card's query.
	 * @param database the marts' number
	 * @param card whose query
	 * @param field the number of its period's day, 0 for none
	 * @param label the filter's name for people
	 */
	static ObjectNode of(int database, Card card, int field, String label) {
		ObjectNode query = of(database, card.sqlWith("{{" + PERIOD + "}}"));
		Period period = card.period();
		if (period != null) {
			ObjectNode tag = ((ObjectNode) query.path("stages").get(0)).putObject("template-tags").putObject(PERIOD);
			tag.put("id", UUID.nameUUIDFromBytes((PERIOD + field).getBytes(StandardCharsets.UTF_8)).toString())
				.put("name", PERIOD)
				.put("display-name", label)
				.put("type", "dimension")
				.put("widget-type", "date/all-options")
				.put("alias", period.toString());
			tag.putArray("dimension").add("field").add(tag.objectNode()).add(field);
		}
		return query;
	}

	/** What of a query has to be the same, whatever Metabase makes of the rest. */
	static JsonNode essence(JsonNode query) {
		ObjectNode essence = JsonMapper.shared().createObjectNode();
		JsonNode stage = query.path("stages").path(0);
		essence.set("database", query.path("database"));
		essence.put("sql", stage.path("native").asString(query.path("native").path("query").asString("")));
		JsonNode tag = stage.path("template-tags").path(PERIOD);
		essence.put("widget", tag.path("widget-type").asString(""));
		essence.put("field", tag.path("dimension").path(2).asInt(0));
		essence.put("alias", tag.path("alias").asString(""));
		return essence;
	}

}
