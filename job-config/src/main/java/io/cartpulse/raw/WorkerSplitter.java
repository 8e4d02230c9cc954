package io.cartpulse.raw;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Numbers the workers of step load-raw, with each start anew. A worker knows its number
 * and how many there are, not its partitions: those follow from the offsets, which a
 * restart fixes anew as well. Spring Batch would go by what a worker's last execution
 * remembers, and after a kill between the storing of its row and of its context that is
 * nothing.
 */
class WorkerSplitter extends SimpleStepExecutionSplitter {

	private static final String WORKER = "worker";

	private static final String WORKERS = "workers";

	WorkerSplitter(JobRepository repository, String step) {
		super(repository, step, WorkerSplitter::name);
		setAllowStartIfComplete(true);
	}

	@Override
	public Set<StepExecution> split(StepExecution manager, int gridSize) throws JobExecutionException {
		Set<StepExecution> workers = super.split(manager, gridSize);
		int number = 0;
		for (StepExecution worker : workers) {
			worker.setExecutionContext(new ExecutionContext(Map.of(WORKER, number++, WORKERS, workers.size())));
		}
		return workers;
	}

	private static Map<String, ExecutionContext> name(int workers) {
		Map<String, ExecutionContext> names = new TreeMap<>();
		for (int worker = 0; worker < workers; worker++) {
			names.put(WORKER + worker, new ExecutionContext());
		}
		return names;
	}

	static SortedMap<Integer, Long> shareOf(StepExecution worker, FixedOffsets fixed) {
		ExecutionContext context = worker.getExecutionContext();
		return fixed.share(context.getInt(WORKER), context.getInt(WORKERS));
	}

}
