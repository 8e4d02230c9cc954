package io.cartpulse.raw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Numbers the workers of step load-raw. A worker remembers its number and how many there
 * are, not its partitions: those follow from the offsets, which a restart fixes anew.
 */
class WorkerPartitioner implements Partitioner {

	private static final String WORKER = "worker";

	private static final String WORKERS = "workers";

	@Override
	public Map<String, ExecutionContext> partition(int workers) {
		Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
		for (int worker = 0; worker < workers; worker++) {
			contexts.put(WORKER + worker, new ExecutionContext(Map.of(WORKER, worker, WORKERS, workers)));
		}
		return contexts;
	}

	static SortedMap<Integer, Long> shareOf(StepExecution worker, FixedOffsets fixed) {
		ExecutionContext context = worker.getExecutionContext();
		return fixed.share(context.getInt(WORKER), context.getInt(WORKERS));
	}

}
