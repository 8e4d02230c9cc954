package io.cartpulse.metabase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our cards in the collection, known by their entity ids. Cards of others are not looked
 * at further.
 */
final class CollectionCards {

	private static final int NOT_FOUND = 404;

	private final MetabaseClient client;

	private final ProvisionCounts counts;

	/** Those that nobody asked for yet. */
	private final Map<String, JsonNode> left;

	CollectionCards(MetabaseClient client, int collection, ProvisionCounts counts) {
		this.client = client;
		this.counts = counts;
		this.left = client.items(collection, "card")
			.map((item) -> client.get("/api/card/{id}", MetabaseClient.id(item)))
			.filter((card) -> CardContent.isOurs(entityId(card)))
			.collect(Collectors.toMap(CollectionCards::entityId, (card) -> card, (first, second) -> first,
					LinkedHashMap::new));
	}

	/**
	 * Makes a card, or changes what differs.
	 * @param entityId by which it is found
	 * @param wanted its contents
	 * @return its number
	 */
	int provision(String entityId, ObjectNode wanted) {
		JsonNode there = this.left.remove(entityId);
		if (there == null) {
			there = elsewhere(entityId);
		}
		return (there == null) ? create(entityId, wanted) : update(there, wanted);
	}

	/** The numbers of those that were ours and are no longer defined. */
	Set<Integer> dropped() {
		return this.left.values().stream().map(MetabaseClient::id).collect(Collectors.toSet());
	}

	/** Puts away those that are no longer defined. */
	void archiveDropped() {
		for (Integer number : dropped()) {
			this.client.put("/api/card/{id}", JsonMapper.shared().createObjectNode().put("archived", true), number);
			this.counts.archived();
		}
	}

	/** A card that somebody moved, or that was put away. */
	private @Nullable JsonNode elsewhere(String entityId) {
		try {
			return this.client.get("/api/card/{id}", entityId);
		}
		catch (MetabaseException ex) {
			if (ex.status() == NOT_FOUND) {
				return null;
			}
			throw ex;
		}
	}

	private int create(String entityId, ObjectNode wanted) {
		JsonNode made = this.client.post("/api/card", wanted.deepCopy().put("entity_id", entityId));
		if (!entityId(made).equals(entityId)) {
			throw new MetabaseException("this Metabase does not keep the entity_id of card "
					+ wanted.path("name").asString("") + ", by which it would be found again; use another version");
		}
		this.counts.created();
		return MetabaseClient.id(made);
	}

	private int update(JsonNode there, ObjectNode wanted) {
		int number = MetabaseClient.id(there);
		ObjectNode changes = Changes.between(there, wanted);
		if (changes.isEmpty()) {
			this.counts.unchanged();
			return number;
		}
		this.client.put("/api/card/{id}", changes, number);
		Changes.warnIfDropped(this.client.get("/api/card/{id}", number), wanted);
		this.counts.updated();
		return number;
	}

	private static String entityId(JsonNode card) {
		return card.path("entity_id").asString("");
	}

}
