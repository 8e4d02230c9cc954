package io.cartpulse.execution;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ContextJson}.
 */
class ContextJsonTests {

	@Test
	void leavesOutTheNamesOfTypes() {
		assertThat(ContextJson.read("""
				{"@class": "java.util.HashMap", "rows.load-raw": ["java.lang.Long", 5], "text": "a", "list": [1, 2],
				"batch.version": "6", "map": {"@class": "x.Y", "a": ["java.lang.Integer", 1]}, "none": null}"""))
			.isEqualTo(Map.of("rows.load-raw", 5, "text", "a", "list", List.of(1, 2), "map", Map.of("a", 1)));
	}

	@Test
	void whatCannotBeReadIsEmpty() {
		assertThat(ContextJson.read("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA")).isEmpty();
		assertThat(ContextJson.read("[]")).isEmpty();
	}

}
