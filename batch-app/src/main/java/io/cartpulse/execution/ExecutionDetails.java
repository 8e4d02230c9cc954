package io.cartpulse.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import io.cartpulse.batch.StepRows;
import io.cartpulse.execution.RunProgress.EarlierStep;
import io.cartpulse.report.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the detail of an execution from what is stored of it.
 */
@Component
class ExecutionDetails {

	private final RunProgress progress;

	private final KeptProgress kept;

	private final Clock clock;

	ExecutionDetails(RunProgress progress, KeptProgress kept, ObjectProvider<Clock> clock) {
		this.progress = progress;
		this.kept = kept;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	ExecutionDetail of(StoredExecution execution, List<StoredStep> stored, boolean orphaned) {
		Instant now = this.clock.instant();
		Map<String, EarlierStep> earlier = this.progress.earlier(execution);
		Map<String, StepProgress> progress = new LinkedHashMap<>();
		List<StepDetail> steps = new ArrayList<>();
		for (StoredStep step : stored) {
			if (step.partition() == null) {
				List<StoredStep> partitions = partitionsOf(step, stored);
				StepProgress ofStep = progressOf(step, partitions, execution, earlier.get(step.name()), now);
				progress.put(step.name(), ofStep);
				steps.add(detail(step, partitions, ofStep, execution, now));
			}
		}
		Optional<RunEstimate> estimate = this.progress.estimate(execution, progress, earlier);
		boolean running = execution.status().isRunning() && !orphaned;
		Double seconds = StoredExecution.seconds(execution.startedAt(), execution.endedAt(), now);
		return new ExecutionDetail(execution.id(), execution.instanceId(), execution.attempts(), execution.job(),
				execution.status(), execution.status().isRunning(), orphaned, execution.exitCode(),
				execution.createdAt(), execution.startedAt(), execution.endedAt(), seconds, execution.startedBy(),
				execution.reason(), execution.ownParameters(), share(execution, estimate, seconds),
				running ? rounded(estimate.map(RunEstimate::remainingSeconds).orElse(null), 10) : null,
				sum(steps, StepDetail::read), sum(steps, StepDetail::written), sum(steps, StepDetail::quarantined),
				actions(execution, orphaned), failureOf(execution, steps), execution.context(), steps);
	}

	private @Nullable Double share(StoredExecution execution, Optional<RunEstimate> estimate,
			@Nullable Double seconds) {
		if (execution.status() == BatchStatus.COMPLETED) {
			return 1.0;
		}
		Double share = estimate.map((one) -> one.share((seconds != null) ? seconds : 0)).orElse(null);
		return rounded(this.kept.atLeast(execution.id(), share), 10_000);
	}

	private static List<StoredStep> partitionsOf(StoredStep step, List<StoredStep> all) {
		return all.stream().filter((one) -> one.partition() != null && one.name().equals(step.name())).toList();
	}

	private static StepProgress progressOf(StoredStep step, List<StoredStep> partitions, StoredExecution execution,
			@Nullable EarlierStep earlier, Instant now) {
		OptionalLong total = StepRows.of(execution.context(), step.name());
		boolean goesOn = earlier != null && Stage.of(step.name()).filter((stage) -> stage != Stage.RAW).isPresent();
		long before = (earlier != null && goesOn) ? earlier.read() : 0;
		long read = count(step, partitions, StoredStep::read);
		return new StepProgress(before + read, total.isPresent() ? total.getAsLong() : null, step.isCompleted(),
				step.seconds(now));
	}

	private static StepDetail detail(StoredStep step, List<StoredStep> partitions, StepProgress progress,
			StoredExecution execution, Instant now) {
		long read = count(step, partitions, StoredStep::read);
		boolean running = step.status().isRunning() && execution.status().isRunning();
		List<StepDetail> parts = partitions.stream()
			.map((part) -> detail(part, List.of(),
					new StepProgress(part.read(), share(part, execution), part.isCompleted(), part.seconds(now)),
					execution, now))
			.toList();
		return new StepDetail(step.id(), step.name(), Stage.of(step.name()).orElse(null), step.partition(),
				step.status(), step.exitCode(), step.startedAt(), step.endedAt(),
				StoredExecution.seconds(step.startedAt(), step.endedAt(), now), read,
				count(step, partitions, StoredStep::written), count(step, partitions, StoredStep::filtered),
				count(step, partitions, StoredStep::quarantined), count(step, partitions, StoredStep::commits),
				count(step, partitions, StoredStep::rollbacks), rate(read, step.seconds(now)), progress.total(),
				rounded(progress.share(), 10_000), running ? rounded(progress.remainingSeconds(), 10) : null,
				FailureLine.of(step.exitMessage()), step.context(), parts);
	}

	/** The rows of a worker's partitions of the topic: it has every so many-th one. */
	private static @Nullable Long share(StoredStep part, StoredExecution execution) {
		if (!(part.context().get("worker") instanceof Integer worker)
				|| !(part.context().get("workers") instanceof Integer workers)) {
			return null;
		}
		List<OptionalLong> rows = IntStream.iterate(worker, (partition) -> partition + workers)
			.mapToObj((partition) -> StepRows.of(execution.context(), part.name() + "/" + partition))
			.takeWhile(OptionalLong::isPresent)
			.toList();
		return rows.isEmpty() ? null : rows.stream().mapToLong(OptionalLong::getAsLong).sum();
	}

	/**
	 * A step with partitions gets their sums at its end; until then they are made here.
	 */
	private static long count(StoredStep step, List<StoredStep> partitions, ToLongFunction<StoredStep> column) {
		return Math.max(column.applyAsLong(step), partitions.stream().mapToLong(column).sum());
	}

	private static List<ExecutionAction> actions(StoredExecution execution, boolean orphaned) {
		return Arrays.stream(ExecutionAction.values())
			.filter((action) -> action.isPossible(execution.status(), execution.isLast(), orphaned))
			.toList();
	}

	private static @Nullable String failureOf(StoredExecution execution, List<StepDetail> steps) {
		return Optional.ofNullable(execution.failure())
			.orElseGet(() -> steps.stream().map(StepDetail::failure).filter(Objects::nonNull).findFirst().orElse(null));
	}

	private static long sum(List<StepDetail> steps, ToLongFunction<StepDetail> column) {
		return steps.stream().mapToLong(column).sum();
	}

	private static @Nullable Double rate(long rows, double seconds) {
		return (rows > 0 && seconds > 0) ? rounded(rows / seconds, 10) : null;
	}

	private static @Nullable Double rounded(@Nullable Double value, int parts) {
		return (value != null) ? (double) Math.round(value * parts) / parts : null;
	}

}
