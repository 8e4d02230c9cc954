package io.cartpulse.source;

import java.io.StringWriter;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A member's value, as PostgreSQL's text and jsonb can store it: U+0000 and lone
 * surrogates are U+FFFD, and numbers beyond any use are texts.
 *
 * @param text the exact characters of a scalar; null for JSON null and for structures
 * @param json the value as JSON text; null for a text, which is quoted when needed
 */
record JsonValue(@Nullable String text, @Nullable String json) {

	private static final JsonValue NULL = new JsonValue(null, "null");

	private static final JsonFactory FACTORY = new JsonFactory();

	private static final char REPLACEMENT = '\uFFFD';

	/** Reads the value that a parser stands on, to its end. */
	static JsonValue read(JsonParser parser) {
		JsonToken token = parser.currentToken();
		return switch (token) {
			case VALUE_NULL -> NULL;
			case VALUE_STRING -> ofText(storable(parser.getString()));
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ofNumber(parser.getString());
			case VALUE_TRUE, VALUE_FALSE -> new JsonValue(parser.getString(), parser.getString());
			default -> new JsonValue(null, structure(parser));
		};
	}

	static JsonValue ofText(String text) {
		return new JsonValue(text, null);
	}

	private static JsonValue ofNumber(String characters) {
		return new JsonValue(characters, (DecimalText.read(characters) != null) ? characters : null);
	}

	boolean isNull() {
		return this == NULL;
	}

	boolean isStructure() {
		return this.text == null && this != NULL;
	}

	/** Writes members as one JSON object. */
	static String objectOf(Map<String, JsonValue> members) {
		StringWriter out = new StringWriter();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			json.writeStartObject();
			members.forEach((name, value) -> {
				json.writeName(name);
				value.writeTo(json);
			});
			json.writeEndObject();
		}
		return out.toString();
	}

	private void writeTo(JsonGenerator json) {
		if (this.json != null) {
			json.writeRawValue(this.json);
		}
		else {
			json.writeString(this.text);
		}
	}

	private static String structure(JsonParser parser) {
		StringWriter out = new StringWriter();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			int depth = 0;
			JsonToken token = parser.currentToken();
			do {
				copy(token, parser, json);
				depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
				token = (depth > 0) ? parser.nextToken() : token;
			}
			while (depth > 0);
		}
		return out.toString();
	}

	private static void copy(JsonToken token, JsonParser parser, JsonGenerator json) {
		switch (token) {
			case START_OBJECT -> json.writeStartObject();
			case END_OBJECT -> json.writeEndObject();
			case START_ARRAY -> json.writeStartArray();
			case END_ARRAY -> json.writeEndArray();
			case PROPERTY_NAME -> json.writeName(storable(parser.currentName()));
			default -> read(parser).writeTo(json);
		}
	}

	/** A text without what PostgreSQL cannot store. */
	static String storable(String text) {
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char one = text.charAt(i);
			if (one == 0 || Character.isSurrogate(one)) {
				return replaceFrom(text, i);
			}
		}
		return text;
	}

	private static String replaceFrom(String text, int first) {
		StringBuilder storable = new StringBuilder(text);
		for (int i = first; i < text.length(); i++) {
			char one = text.charAt(i);
			boolean pair = Character.isHighSurrogate(one) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1));
			if (pair) {
				i++;
			}
			else if (one == 0 || Character.isSurrogate(one)) {
				storable.setCharAt(i, REPLACEMENT);
			}
		}
		return storable.toString();
	}

}
