package io.cartpulse.execution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads execution contexts as Spring Batch's Jackson serializer writes them: values of
 * some types come in pairs with the type's name, which is left out here.
 */
final class ContextJson {

	private static final String TYPE = "@class";

	private static final String VERSION = "batch.version";

	private static final JsonMapper JSON = JsonMapper.shared();

	private ContextJson() {
	}

	/** The context's entries; none when it cannot be read. */
	static Map<String, Object> read(String text) {
		try {
			return (plain(JSON.readValue(text, Object.class)) instanceof Map<?, ?> entries) ? named(entries) : Map.of();
		}
		catch (JacksonException ex) {
			return Map.of();
		}
	}

	private static Map<String, Object> named(Map<?, ?> entries) {
		Map<String, Object> context = new TreeMap<>();
		entries.forEach((name, value) -> {
			if (value != null && !VERSION.equals(name) && !String.valueOf(name).startsWith("batch.")) {
				context.put(String.valueOf(name), value);
			}
		});
		return context;
	}

	private static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> entries = new TreeMap<>();
			map.forEach((name, one) -> {
				if (!TYPE.equals(name)) {
					entries.put(String.valueOf(name), plain(one));
				}
			});
			return entries;
		}
		if (value instanceof List<?> list) {
			return isTyped(list) ? plain(list.get(1)) : list.stream().map(ContextJson::plain).toList();
		}
		return value;
	}

	private static boolean isTyped(List<?> list) {
		return list.size() == 2 && list.get(0) instanceof String type && type.startsWith("java.");
	}

}
