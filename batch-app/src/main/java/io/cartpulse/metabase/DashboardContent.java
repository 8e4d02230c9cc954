package io.cartpulse.metabase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dashboard as Metabase takes it. Metabase replaces the whole set of cards at once: so
 * what others have put on the dashboard is sent along, and cards keep their numbers.
 */
final class DashboardContent {

	/**
	 * A field that Metabase keeps and does not show: there a dashboard says whose it is.
	 */
	private static final String MARK_FIELD = "points_of_interest";

	private static final String MARK = "cartpulse/";

	private static final List<String> PARTS = List.of("id", "card_id", "action_id", "row", "col", "size_x", "size_y",
			"dashboard_tab_id", "parameter_mappings", "visualization_settings", "inline_parameters", "series");

	private final DashboardDefinition dashboard;

	private final Locale language;

	/**
	 * Makes the content.
	 * @param dashboard the definition
	 * @param language of the titles
	 */
	DashboardContent(DashboardDefinition dashboard, Locale language) {
		this.dashboard = dashboard;
		this.language = language;
	}

	/** Whether a dashboard was made by a provisioner. */
	static boolean isOurs(JsonNode there) {
		return there.path(MARK_FIELD).asString("").startsWith(MARK);
	}

	/** Whether it is the one of this definition. */
	boolean isMarked(JsonNode there) {
		return there.path(MARK_FIELD).asString("").equals(mark());
	}

	/** Whether a run made it, and ended before it could mark it. */
	boolean isLeftUnmarked(JsonNode there) {
		return !isOurs(there) && there.path("description").asString("").equals(mark());
	}

	String name() {
		return this.dashboard.title().in(this.language);
	}

	/** What the range of days is called. */
	static String periodLabel(Locale language) {
		return language.getLanguage().equals("ru") ? "Период" : "Period";
	}

	/** All but the cards. */
	ObjectNode head(JsonNode there) {
		ObjectNode head = JsonMapper.shared()
			.createObjectNode()
			.put("name", name())
			.put("description", this.dashboard.description().in(this.language))
			.put(MARK_FIELD, mark())
			.put("width", "full");
		ArrayNode parameters = head.putArray("parameters");
		JsonNode ours = find(there.path("parameters"), "id", NativeQuery.PERIOD).orElse(head.objectNode());
		if (this.dashboard.hasPeriod()) {
			parameters.add(Json.merged(ours,
					head.objectNode()
						.put("id", NativeQuery.PERIOD)
						.put("type", "date/all-options")
						.put("sectionId", "date")
						.put("name", periodLabel(this.language))
						.put("slug", NativeQuery.PERIOD)
						.put("default", "past" + this.dashboard.defaultDays() + "days~")));
		}
		MetabaseClient.list(there.path("parameters"))
			.stream()
			.filter((parameter) -> !parameter.path("id").asString("").equals(NativeQuery.PERIOD))
			.forEach(parameters::add);
		return head;
	}

	/**
	 * The whole set of cards.
	 * @param there the dashboard as it is
	 * @param numbers our cards' numbers
	 * @param dropped numbers of cards that were ours and no longer are
	 */
	ArrayNode dashcards(JsonNode there, Map<Card, Integer> numbers, Set<Integer> dropped) {
		ArrayNode dashcards = JsonMapper.shared().createArrayNode();
		int added = 0;
		for (Card card : this.dashboard.cards()) {
			int number = numbers.getOrDefault(card, 0);
			Optional<JsonNode> known = find(there.path("dashcards"), "card_id", number);
			ObjectNode dashcard = known.map(DashboardContent::kept).orElseGet(dashcards::objectNode);
			if (known.isEmpty()) {
				dashcard.put("id", -(++added)).put("card_id", number);
				dashcard.set("visualization_settings", dashcard.objectNode());
				there.path("tabs").path(0).optional("id").ifPresent((tab) -> dashcard.set("dashboard_tab_id", tab));
			}
			dashcards.add(place(dashcard, card, number));
		}
		MetabaseClient.list(there.path("dashcards"))
			.stream()
			.filter((other) -> !numbers.containsValue(other.path("card_id").asInt(0))
					&& !dropped.contains(other.path("card_id").asInt(0)))
			.forEach((other) -> dashcards.add(kept(other)));
		return dashcards;
	}

	private static ObjectNode place(ObjectNode dashcard, Card card, int number) {
		dashcard.put("col", card.layout().column())
			.put("row", card.layout().row())
			.put("size_x", card.layout().width())
			.put("size_y", card.layout().height());
		if (card.period() != null
				&& find(dashcard.path("parameter_mappings"), "parameter_id", NativeQuery.PERIOD).isEmpty()) {
			ObjectNode mapping = dashcard.putArray("parameter_mappings")
				.addObject()
				.put("parameter_id", NativeQuery.PERIOD)
				.put("card_id", number);
			mapping.putArray("target")
				.add("dimension")
				.add(mapping.arrayNode().add("template-tag").add(NativeQuery.PERIOD));
		}
		return dashcard;
	}

	/** What of a card's place is sent back; Metabase adds the whole card to it. */
	private static ObjectNode kept(JsonNode dashcard) {
		ObjectNode kept = JsonMapper.shared().createObjectNode();
		PARTS.stream().filter(dashcard::has).forEach((part) -> kept.set(part, dashcard.get(part)));
		return kept;
	}

	/** Tells which definition a dashboard is of. */
	String mark() {
		return MARK + this.dashboard.id();
	}

	private static Optional<JsonNode> find(JsonNode array, String key, Object value) {
		return MetabaseClient.list(array)
			.stream()
			.filter((item) -> item.path(key).asString("").equals(value.toString()))
			.findFirst();
	}

}
