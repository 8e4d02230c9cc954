package io.cartpulse.metabase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.CardColumn;
import io.cartpulse.dashboard.Picture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card as Metabase takes it: the display and the settings of its picture, by the names
 * of the answer's columns.
 */
final class CardContent {

	/** What the entity ids of our cards begin with. */
	private static final String OURS = "cartpulse";

	private static final int ENTITY_ID_LENGTH = 21;

	private final Card card;

	private final Locale language;

	CardContent(Card card, Locale language) {
		this.card = card;
		this.language = language;
	}

	/** The same for the same card, whatever it is called: so it is found again. */
	static String entityId(String dashboard, Card card) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((dashboard + "/" + card.id()).getBytes(StandardCharsets.UTF_8));
			String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
			return OURS + text.substring(0, ENTITY_ID_LENGTH - OURS.length());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether a card was made by a provisioner. */
	static boolean isOurs(String entityId) {
		return entityId.length() == ENTITY_ID_LENGTH && entityId.startsWith(OURS);
	}

	/**
	 * The body of a request that makes it.
	 * @param database the marts' number
	 * @param field the number of its period's day, 0 for none
	 * @param collection where it belongs
	 */
	ObjectNode body(int database, int field, int collection) {
		ObjectNode body = JsonMapper.shared()
			.createObjectNode()
			.put("name", this.card.title().in(this.language))
			.put("description", this.card.description().in(this.language))
			.put("display", display())
			.put("type", "question")
			.put("collection_id", collection);
		body.set("dataset_query",
				NativeQuery.of(database, this.card, field, DashboardContent.periodLabel(this.language)));
		body.set("visualization_settings", settings());
		return body;
	}

	private String display() {
		return switch (this.card.picture().kind()) {
			case NUMBER -> "scalar";
			case STACKED_BAR -> "bar";
			default -> this.card.picture().kind().name().toLowerCase(Locale.ROOT);
		};
	}

	private ObjectNode settings() {
		ObjectNode settings = JsonMapper.shared().createObjectNode();
		Picture picture = this.card.picture();
		switch (picture.kind()) {
			case NUMBER -> settings.put("scalar.field", picture.y().get(0));
			case LINE, AREA, BAR, STACKED_BAR, ROW -> addGraph(settings, picture);
			case PIE -> settings.put("pie.dimension", picture.x()).put("pie.metric", picture.y().get(0));
			case FUNNEL -> settings.put("funnel.dimension", picture.x()).put("funnel.metric", picture.y().get(0));
			case MAP -> settings.put("map.type", "region")
				.put("map.region", "world_countries")
				.put("map.dimension", picture.x())
				.put("map.metric", picture.y().get(0));
			case TABLE -> {
				ArrayNode columns = settings.putArray("table.columns");
				this.card.columns()
					.forEach((column) -> columns.addObject().put("name", column.name()).put("enabled", true));
			}
		}
		ObjectNode columns = settings.putObject("column_settings");
		this.card.columns().forEach((column) -> columns.set(key(column), settings(column)));
		return settings;
	}

	private void addGraph(ObjectNode settings, Picture picture) {
		ArrayNode dimensions = settings.putArray("graph.dimensions").add(picture.x());
		if (picture.series() != null) {
			dimensions.add(picture.series());
		}
		ArrayNode metrics = settings.putArray("graph.metrics");
		picture.y().forEach(metrics::add);
		if (picture.kind() == Picture.Kind.STACKED_BAR || picture.kind() == Picture.Kind.AREA) {
			settings.put("stackable.stack_type", "stacked");
		}
		if (picture.series() == null) {
			ObjectNode titles = settings.putObject("series_settings");
			picture.y()
				.forEach((name) -> titles.putObject(name)
					.put("title", this.card.column(name).title().in(this.language)));
		}
	}

	/** Columns are named by a JSON text. */
	private static String key(CardColumn column) {
		return JsonMapper.shared().createArrayNode().add("name").add(column.name()).toString();
	}

	private ObjectNode settings(CardColumn column) {
		ObjectNode settings = JsonMapper.shared()
			.createObjectNode()
			.put("column_title", column.title().in(this.language));
		switch (column.format()) {
			case INTEGER -> settings.put("number_style", "decimal").put("decimals", 0);
			case DECIMAL -> settings.put("number_style", "decimal").put("decimals", 2);
			case RATE -> settings.put("number_style", "decimal").put("decimals", 4);
			case MONEY -> settings.put("number_style", "decimal").put("decimals", 2).put("prefix", "$");
			case PERCENT -> settings.put("number_style", "percent").put("decimals", 1);
			case SECONDS -> settings.put("number_style", "decimal").put("decimals", 0).put("suffix", " s");
			case TEXT, DATE, TIME -> {
			}
		}
		if (this.card.picture().shaded().contains(column.name())) {
			settings.put("show_mini_bar", true);
		}
		return settings;
	}

}
