package io.cartpulse.batch;

import java.util.Map;
import java.util.OptionalLong;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How many rows steps will read, kept in the job's execution context by the step that
 * fixes what a stage reads: whoever shows the progress of a run needs a whole.
 */
public final class StepRows {

	private static final String PREFIX = "rows.";

	private StepRows() {
	}

	/** Notes how many rows a step will read. */
	public static void put(ExecutionContext job, String step, long rows) {
		job.putLong(PREFIX + step, rows);
	}

	/** How many rows a step will read, once that is known. */
	public static OptionalLong of(Map<String, Object> job, String step) {
		return (job.get(PREFIX + step) instanceof Number rows) ? OptionalLong.of(rows.longValue())
				: OptionalLong.empty();
	}

}
