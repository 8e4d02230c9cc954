package io.cartpulse.metabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.cartpulse.dashboard.Card;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our dashboards in the collection, known by a mark that they carry.
 */
final class CollectionDashboards {

	private final MetabaseClient client;

	private final int collection;

	private final ProvisionCounts counts;

	/** Those that nobody asked for yet. */
	private final List<JsonNode> left;

	/** Those that were put away, from wherever; null: not looked at yet. */
	private @Nullable List<JsonNode> away;

	CollectionDashboards(MetabaseClient client, int collection, ProvisionCounts counts) {
		this.client = client;
		this.collection = collection;
		this.counts = counts;
		this.left = in(collection);
	}

	/**
	 * Makes a dashboard, or changes what differs.
	 * @param content what it shows
	 * @param numbers the numbers of its cards
	 * @param dropped numbers of cards that go away
	 */
	void provision(DashboardContent content, Map<Card, Integer> numbers, Set<Integer> dropped) {
		Optional<JsonNode> known = take(content::isMarked).or(() -> take(content::isLeftUnmarked))
			.or(() -> away(content::isMarked));
		JsonNode there = known.orElseGet(() -> create(content));
		ObjectNode head = content.head(there);
		ObjectNode changes = Changes.between(there, head);
		if (there.path("archived").asBoolean(false)) {
			changes.put("collection_id", this.collection);
		}
		ArrayNode dashcards = content.dashcards(there, numbers, dropped);
		if (!isSameSet(there.path("dashcards"), dashcards)) {
			changes.set("dashcards", dashcards);
			if (!there.path("tabs").isEmpty()) {
				changes.set("tabs", there.path("tabs"));
			}
		}
		if (changes.isEmpty()) {
			this.counts.unchanged();
			return;
		}
		update(there, changes, head);
		if (known.isPresent()) {
			this.counts.updated();
		}
		else {
			this.counts.created();
		}
	}

	/** Puts away those that are ours and no longer defined. */
	void archiveDropped() {
		this.left.stream().filter(DashboardContent::isOurs).forEach((dashboard) -> {
			this.client.put("/api/dashboard/{id}", JsonMapper.shared().createObjectNode().put("archived", true),
					MetabaseClient.id(dashboard));
			this.counts.archived();
		});
	}

	private Optional<JsonNode> take(Predicate<JsonNode> wanted) {
		Optional<JsonNode> found = this.left.stream().filter(wanted).findFirst();
		found.ifPresent(this.left::remove);
		return found;
	}

	/** Looked for only where one would be made anew: the trash may hold many. */
	private Optional<JsonNode> away(Predicate<JsonNode> wanted) {
		List<JsonNode> known = this.away;
		if (known == null) {
			known = in("trash");
			this.away = known;
		}
		return known.stream().filter(wanted).findFirst();
	}

	private List<JsonNode> in(Object collection) {
		return new ArrayList<>(this.client.items(collection, "dashboard")
			.map((item) -> this.client.get("/api/dashboard/{id}", MetabaseClient.id(item)))
			.toList());
	}

	private JsonNode create(DashboardContent content) {
		ObjectNode body = JsonMapper.shared()
			.createObjectNode()
			.put("name", content.name())
			// a first mark: the one that stays is not taken here
			.put("description", content.mark())
			.put("collection_id", this.collection);
		return this.client.get("/api/dashboard/{id}", MetabaseClient.id(this.client.post("/api/dashboard", body)));
	}

	private void update(JsonNode there, ObjectNode changes, ObjectNode head) {
		int number = MetabaseClient.id(there);
		this.client.put("/api/dashboard/{id}", changes, number);
		Changes.warnIfDropped(this.client.get("/api/dashboard/{id}", number), head);
	}

	/** Whether each card is where it belongs, and there is no other. */
	private static boolean isSameSet(JsonNode there, ArrayNode wanted) {
		Map<Integer, JsonNode> byId = MetabaseClient.list(there)
			.stream()
			.collect(Collectors.toMap(MetabaseClient::id, (card) -> card));
		return byId.size() == wanted.size() && MetabaseClient.list(wanted)
			.stream()
			.allMatch((card) -> byId.containsKey(MetabaseClient.id(card))
					&& Json.holds(byId.get(MetabaseClient.id(card)), card));
	}

}
