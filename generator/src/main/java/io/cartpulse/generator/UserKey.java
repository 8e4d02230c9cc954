package io.cartpulse.generator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the key of a message: its user's id, so that one shopper's records share a
 * partition.
 */
final class UserKey {

	private static final JsonFactory JSON = new JsonFactory();

	private UserKey() {
	}

	/**
	 * Looks for a user_id at the top of a JSON object.
	 * @param value any bytes
	 * @return its characters; null when there is none, or the bytes are no such object
	 */
	static @Nullable String of(byte[] value) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), value)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				boolean userId = parser.currentName().equals("user_id");
				JsonToken token = parser.nextToken();
				if (userId) {
					return (token.isNumeric() || token == JsonToken.VALUE_STRING) ? parser.getString() : null;
				}
				parser.skipChildren();
			}
			return null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
