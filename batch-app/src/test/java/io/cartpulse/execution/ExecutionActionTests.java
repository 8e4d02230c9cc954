package io.cartpulse.execution;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.batch.core.BatchStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ExecutionAction}.
 */
class ExecutionActionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RESTART | FAILED    | true  | false | true
			RESTART | STOPPED   | true  | false | true
			RESTART | FAILED    | false | false | false
			RESTART | COMPLETED | true  | false | false
			RESTART | ABANDONED | true  | false | false
			STOP    | STARTED   | true  | false | true
			STOP    | STARTED   | true  | true  | false
			STOP    | STOPPING  | true  | false | false
			ABANDON | FAILED    | false | false | true
			ABANDON | STARTED   | true  | false | false
			RECOVER | STARTED   | true  | true  | true
			RECOVER | STOPPING  | true  | true  | true
			RECOVER | STARTED   | true  | false | false
			RECOVER | FAILED    | true  | true  | false
			""")
	void isPossibleInItsStates(ExecutionAction action, BatchStatus status, boolean last, boolean orphaned,
			boolean possible) {
		assertThat(action.isPossible(status, last, orphaned)).isEqualTo(possible);
	}

}
