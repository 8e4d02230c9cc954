package io.cartpulse.execution;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ExecutionFilter}.
 */
class ExecutionFilterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			dead letters            | dead:* & letters:*
			load-raw                | load:* & raw:*
			a & b; !c:*             | a:* & b:* & c:*
			'; drop table x; --     | drop:* & table:* & x:*
			été 42                  | été:* & 42:*
			...                     | ""
			""")
	void wordsAreLettersAndDigitsOnly(String q, String words) {
		assertThat(search(q).get("words")).isEqualTo(words);
	}

	@Test
	void aJobsNameAmongTheWordsIsTheJob() {
		assertThat(search("raw-to-dds refused")).containsEntry("job", "raw-to-dds").containsEntry("words", "refused:*");
		assertThat(search("pipeline")).containsEntry("job", "pipeline").containsEntry("words", null);
	}

	@Test
	void aNumberAloneIsAnExecution() {
		assertThat(search(" 42 ")).containsEntry("words", null)
			.hasEntrySatisfying("ids", (ids) -> assertThat((Long[]) ids).containsExactly(42L));
		assertThat(search("42 a")).containsEntry("words", "42:* & a:*").containsEntry("ids", null);
		assertThat(search("  ")).containsEntry("words", null).containsEntry("ids", null);
	}

	@ParameterizedTest
	@CsvSource({ "1, a=1", "199, " })
	void longParametersAreCutAsTheIndexCutsThem(int length, @Nullable String entry) {
		String value = "1".repeat(length);
		Map<String, @Nullable Object> parameters = new ExecutionFilter(null, List.of(), null, null, Map.of("a", value),
				null)
			.forSql();
		String expected = (entry != null) ? entry : "a=" + "1".repeat(198);
		assertThat((String[]) parameters.get("parameters")).containsExactly(expected);
	}

	private static Map<String, @Nullable Object> search(String q) {
		return new ExecutionFilter(null, List.of(), null, null, Map.of(), q).forSql();
	}

}
