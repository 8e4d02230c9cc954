package io.cartpulse.metabase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has to be sent so that something in Metabase becomes what is wanted.
 */
final class Changes {

	private static final Logger logger = LoggerFactory.getLogger(Changes.class);

	private static final String QUERY = "dataset_query";

	private static final String SETTINGS = "visualization_settings";

	private Changes() {
	}

	/** The keys whose values differ; of the settings, with what others have set. */
	static ObjectNode between(JsonNode there, ObjectNode wanted) {
		ObjectNode changes = wanted.objectNode();
		wanted.properties().forEach((entry) -> {
			JsonNode now = there.path(entry.getKey());
			JsonNode value = entry.getValue();
			if (!isSame(entry.getKey(), now, value)) {
				changes.set(entry.getKey(),
						entry.getKey().equals(SETTINGS) ? Json.merged(now, (ObjectNode) value) : value);
			}
		});
		if (there.path("archived").asBoolean(false)) {
			changes.put("archived", false);
		}
		return changes;
	}

	/** Metabase drops keys that it does not know, without a word; so it is looked at. */
	static void warnIfDropped(JsonNode kept, ObjectNode sent) {
		ObjectNode lost = between(kept, sent);
		if (!lost.isEmpty()) {
			logger.warn("Metabase did not keep {} of {} as sent: its version may not know them", lost.propertyNames(),
					sent.path("name"));
		}
	}

	private static boolean isSame(String key, JsonNode now, JsonNode wanted) {
		return key.equals(QUERY) ? NativeQuery.essence(now).equals(NativeQuery.essence(wanted))
				: Json.holds(now, wanted);
	}

}
