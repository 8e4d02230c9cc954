package io.cartpulse.problem;

import tools.jackson.databind.json.JsonMapper;

/**
 * A writer of problems for tests of other packages.
 */
public final class ProblemWriters {

	private ProblemWriters() {
	}

	public static ProblemWriter plain() {
		return new ProblemWriter(JsonMapper.shared());
	}

}
