package io.cartpulse.paging;

import java.util.HashMap;
import java.util.Map;

import io.cartpulse.execution.Executions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SearchSql}.
 */
class SearchSqlTests {

	private final SearchSql sql = SearchSql.read(Executions.class, "count-executions.sql");

	@Test
	void leavesOutTheConditionsThatNobodyAsksFor() {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("job", "pipeline");
		parameters.put("words", null);
		assertThat(this.sql.with(parameters)).contains("search_job = :job").doesNotContain(":words", "-- if", ":from");
	}

	@Test
	void keepsAllThatAreAskedFor() {
		assertThat(this.sql.with(Map.of("job", 1, "statuses", 1, "from", 1, "to", 1, "parameters", 1, "words", 1)))
			.contains(":job", ":statuses", ":from", ":to", ":parameters", ":words");
	}

}
