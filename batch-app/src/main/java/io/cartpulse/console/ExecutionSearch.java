package io.cartpulse.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.cartpulse.execution.ExecutionFilter;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * The search for executions as its address has it; empty texts do not matter.
 *
 * @param job the job's name
 * @param status a status, or {@code RUNNING} for all that counts as running
 * @param from launched since
 * @param to launched before
 * @param parameter {@code name=value} of a parameter
 * @param q words of reason or failure, or a number
 */
record ExecutionSearch(@Nullable String job, @Nullable String status, @Nullable String from, @Nullable String to,
		@Nullable String parameter, @Nullable String q) {

	static final String RUNNING = "RUNNING";

	ExecutionFilter filter() {
		return new ExecutionFilter(Asked.text(this.job), statuses(), since(), before(), parameters(),
				Asked.text(this.q));
	}

	/** The moment of {@code from}. */
	public @Nullable Instant since() {
		return Asked.moment(this.from);
	}

	/** The moment of {@code to}. */
	public @Nullable Instant before() {
		return Asked.moment(this.to);
	}

	/** Whether anything is asked for. */
	public boolean narrows() {
		return Asked.text(this.job) != null || Asked.text(this.status) != null || since() != null || before() != null
				|| Asked.text(this.parameter) != null || Asked.text(this.q) != null;
	}

	private List<BatchStatus> statuses() {
		String name = Asked.text(this.status);
		if (name == null) {
			return List.of();
		}
		List<BatchStatus> statuses = Arrays.stream(BatchStatus.values())
			.filter((one) -> one.name().equals(name) || (name.equals(RUNNING) && one.isRunning()))
			.toList();
		if (statuses.isEmpty()) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER, "No execution is ever " + name + ".");
		}
		return statuses;
	}

	private Map<String, String> parameters() {
		String text = Asked.text(this.parameter);
		if (text == null) {
			return Map.of();
		}
		String[] parts = text.split("=", 2);
		if (parts.length < 2) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER,
					"Write a parameter as name=value, mode=rebuild say.");
		}
		return Map.of(parts[0].strip(), parts[1].strip());
	}

}
