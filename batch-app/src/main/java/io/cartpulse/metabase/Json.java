package io.cartpulse.metabase;

import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what is wanted with what is there. Metabase adds keys of its own, and people
 * theirs; those are left alone.
 */
final class Json {

	private Json() {
	}

	/** Whether all that is wanted is there; objects may have more. */
	static boolean holds(JsonNode there, JsonNode wanted) {
		if (wanted.isObject()) {
			return there.isObject() && wanted.properties()
				.stream()
				.allMatch((entry) -> there.has(entry.getKey()) && holds(there.get(entry.getKey()), entry.getValue()));
		}
		if (wanted.isArray()) {
			return there.isArray() && there.size() == wanted.size() && IntStream.range(0, wanted.size())
				.allMatch((index) -> holds(there.get(index), wanted.get(index)));
		}
		if (wanted.isNumber() && there.isNumber()) {
			return there.decimalValue().compareTo(wanted.decimalValue()) == 0;
		}
		return there.equals(wanted);
	}

	/** What is there, with what is wanted put over it. */
	static ObjectNode merged(JsonNode there, ObjectNode wanted) {
		ObjectNode merged = there.isObject() ? (ObjectNode) there.deepCopy() : wanted.objectNode();
		wanted.properties().forEach((entry) -> {
			JsonNode value = entry.getValue();
			merged.set(entry.getKey(),
					(value instanceof ObjectNode part) ? merged(merged.path(entry.getKey()), part) : value);
		});
		return merged;
	}

}
