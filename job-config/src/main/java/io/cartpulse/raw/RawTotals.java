package io.cartpulse.raw;

import java.util.Collection;
import java.util.List;

import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Sums the workers up: into the counts of step load-raw, and into the job's execution
 * context for whoever reports on the run.
 */
class RawTotals extends DefaultStepExecutionAggregator {

	/** Records read. */
	static final String RECORDS = "raw.records";

	/** Of them, those that are no message. */
	static final String DEAD_LETTERS = "raw.deadLetters";

	/** Offsets passed that gave no record. */
	static final String GAPS = "raw.gaps";

	/** Size of the values read. */
	static final String BYTES = "raw.bytes";

	/** Chunks written anew after a deadlock or a serialization failure. */
	static final String REPEATS = "raw.repeats";

	@Override
	public void aggregate(StepExecution result, Collection<StepExecution> workers) {
		super.aggregate(result, workers);
		ExecutionContext job = result.getJobExecution().getExecutionContext();
		job.putLong(RECORDS, result.getReadCount());
		job.putLong(DEAD_LETTERS, result.getProcessSkipCount());
		for (String total : List.of(GAPS, BYTES, REPEATS)) {
			job.putLong(total,
					workers.stream().mapToLong((worker) -> worker.getExecutionContext().getLong(total, 0)).sum());
		}
	}

}
