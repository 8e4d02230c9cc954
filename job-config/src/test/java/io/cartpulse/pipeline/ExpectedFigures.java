package io.cartpulse.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures that were worked out apart from the pipeline: counts, and rows of the marts by
 * key. Decimals are texts there, moments epoch seconds; columns that are not listed are
 * not compared.
 */
final class ExpectedFigures {

	/** Of averages and rates, which are sums of doubles in some order. */
	private static final double RELATIVE_ERROR = 1e-9;

	private final JsonNode figures;

	ExpectedFigures(byte[] json) {
		this.figures = JsonMapper.shared().readTree(json);
	}

	/** Counts by name: of RAW rows, dead letters, rows in quarantine, orphans or DDS. */
	Map<String, Long> counts(String of) {
		Map<String, Long> counts = new TreeMap<>();
		this.figures.get("counts")
			.get(of)
			.properties()
			.forEach((count) -> counts.put(count.getKey(), count.getValue().longValue()));
		return counts;
	}

	Set<String> marts() {
		return this.figures.get("marts").propertyNames().stream().collect(TreeSet::new, Set::add, Set::addAll);
	}

	/**
	 * Compares a mart both ways.
	 * @param mart its name
	 * @param found its rows by key
	 * @return each row that is missing or too many, each value that differs
	 */
	List<String> differences(String mart, Map<String, JsonNode> found) {
		JsonNode expected = this.figures.get("marts").get(mart);
		List<String> differences = new ArrayList<>();
		expected.properties().forEach((row) -> {
			JsonNode other = found.get(row.getKey());
			if (other == null) {
				differences.add(mart + ": " + row.getKey() + " is missing");
			}
			else {
				compare(mart + ": " + row.getKey(), row.getValue(), other, differences);
			}
		});
		found.keySet()
			.stream()
			.filter((key) -> !expected.has(key))
			.forEach((key) -> differences.add(mart + ": " + key + " is too many"));
		return differences;
	}

	private static void compare(String row, JsonNode expected, JsonNode found, List<String> differences) {
		expected.properties().forEach((column) -> {
			if (!isSame(column.getValue(), found.get(column.getKey()))) {
				differences.add("%s: %s is %s, not %s".formatted(row, column.getKey(), found.get(column.getKey()),
						column.getValue()));
			}
		});
	}

	private static boolean isSame(JsonNode expected, @Nullable JsonNode found) {
		if (found == null || expected.isNull() || found.isNull()) {
			return found != null && expected.isNull() && found.isNull();
		}
		if (expected.isNumber() && found.isNumber()) {
			double value = expected.doubleValue();
			return Math.abs(found.doubleValue() - value) <= RELATIVE_ERROR * Math.abs(value);
		}
		return found.isNumber() ? found.decimalValue().compareTo(new BigDecimal(expected.stringValue())) == 0
				: expected.equals(found);
	}

}
