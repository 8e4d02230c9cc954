package io.cartpulse.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerHeldException;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.LaunchRefusedException;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Launches jobs and does what can be done with executions: checked, and noted in the
 * audit.
 */
@Component
public class ExecutionActions {

	private static final int LONGEST_REASON = 500;

	private static final int MOST_ATTEMPTS = 10;

	private static final Duration RELEASE = Duration.ofSeconds(2);

	private static final Duration PAUSE = Duration.ofMillis(20);

	private final Executions executions;

	private final Orphans orphans;

	private final JobRuns runs;

	private final JobRepository repository;

	private final AuditLog audit;

	ExecutionActions(Executions executions, Orphans orphans, JobRuns runs, JobRepository repository, AuditLog audit) {
		this.executions = executions;
		this.orphans = orphans;
		this.runs = runs;
		this.repository = repository;
		this.audit = audit;
	}

	/**
	 * Launches a job.
	 * @param job the job
	 * @param parameters its parameters
	 * @param reason why, for the audit and whoever looks at the execution
	 * @param caller who asks for it
	 * @return the number of the new execution
	 * @throws ProblemException when the job does not take the parameters, or another run
	 * is in the way
	 */
	public long launch(KnownJob job, Map<String, String> parameters, @Nullable String reason, Caller caller) {
		String detail = parameters + ((reason != null) ? " " + reason : "");
		return this.audit.audited(caller, "execution.launch", job.jobName(), detail, () -> {
			job.check(parameters).ifPresent((mistake) -> {
				throw new ProblemException(ProblemCode.BAD_JOB_PARAMETER, mistake);
			});
			Map<String, String> all = new HashMap<>(parameters);
			if (reason != null && !reason.isBlank()) {
				all.put(JobRuns.REASON, checked(reason));
			}
			return started(job, () -> this.runs.launch(job, all, caller.name())).getId();
		});
	}

	private static String checked(String reason) {
		if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"reason may have " + LONGEST_REASON + " characters, and none of them U+0000.");
		}
		return reason.strip();
	}

	/**
	 * Does something with an execution.
	 * @return the execution to look at: for a restart the new one, else the same
	 * @throws ProblemException when there is no such execution, when its state forbids
	 * it, or when another run is in the way
	 */
	public long apply(ExecutionAction action, long id, Caller caller) {
		return this.audit.audited(caller, "execution." + action.word(), "execution " + id, "", () -> {
			StoredExecution stored = this.executions.stored(id);
			require(action, stored);
			return apply(action, id, caller, 1);
		});
	}

	/** A running execution notes its own state all the while: then it is tried again. */
	private long apply(ExecutionAction action, long id, Caller caller, int attempt) {
		try {
			JobExecution execution = this.repository.getJobExecution(id);
			if (execution == null) {
				throw Executions.unknown(id);
			}
			return apply(action, execution, caller);
		}
		catch (OptimisticLockingFailureException ex) {
			if (attempt == MOST_ATTEMPTS) {
				throw ex;
			}
			return apply(action, id, caller, attempt + 1);
		}
	}

	private long apply(ExecutionAction action, JobExecution execution, Caller caller) {
		switch (action) {
			case STOP -> this.runs.stop(execution);
			case ABANDON -> this.runs.abandon(execution);
			case RECOVER -> started(JobRuns.jobOf(execution), () -> this.runs.recover(execution));
			case RESTART -> {
				return started(JobRuns.jobOf(execution), () -> this.runs.restart(execution, caller.name())).getId();
			}
		}
		return execution.getId();
	}

	/** Does the same with several executions, each for itself. */
	public List<BulkResult> applyToAll(ExecutionAction action, List<Long> ids, Caller caller) {
		return ids.stream().distinct().map((id) -> {
			try {
				return BulkResult.done(id, apply(action, id, caller));
			}
			catch (ProblemException ex) {
				return BulkResult.refused(id, ex);
			}
		}).toList();
	}

	private void require(ExecutionAction action, StoredExecution execution) {
		BatchStatus status = execution.status();
		boolean orphaned = this.orphans.isOrphan(execution);
		if (action.isPossible(status, execution.isLast(), orphaned)) {
			return;
		}
		String allowed = action.allowed().stream().map(BatchStatus::name).collect(Collectors.joining(" or "));
		throw new ProblemException(ProblemCode.STATE_FORBIDS,
				"Execution %d is %s: %s is possible while it is %s%s.".formatted(execution.id(), status, action.word(),
						allowed, condition(action)),
				Map.of("executionStatus", status.name(), "allowedStatuses",
						action.allowed().stream().map(BatchStatus::name).toList()));
	}

	private static String condition(ExecutionAction action) {
		return switch (action) {
			case RESTART -> " and the last one of its instance";
			case STOP -> " and its process lives (else: recover)";
			case RECOVER -> " and its process is gone (else: stop)";
			case ABANDON -> "";
		};
	}

	private JobExecution started(KnownJob job, Supplier<JobExecution> start) {
		Instant patience = Instant.now().plus(RELEASE);
		while (true) {
			try {
				return startedOnce(start);
			}
			catch (ProblemException ex) {
				if (ex.code() != ProblemCode.LAYER_HELD || isInTheWay(job) || Instant.now().isAfter(patience)) {
					throw ex;
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	/** A run that has ended lets go of its layers a moment later. */
	private boolean isInTheWay(KnownJob job) {
		return Arrays.stream(KnownJob.values())
			.filter((other) -> !Collections.disjoint(other.layers(), job.layers()))
			.anyMatch((other) -> !this.repository.findRunningJobExecutions(other.jobName()).isEmpty());
	}

	private static JobExecution startedOnce(Supplier<JobExecution> start) {
		try {
			return start.get();
		}
		catch (LaunchRefusedException ex) {
			throw (ex.getCause() instanceof LayerHeldException)
					? new ProblemException(ProblemCode.LAYER_HELD, sentence(ex))
					: new ProblemException(ProblemCode.STOPPING, sentence(ex));
		}
		catch (IllegalStateException ex) {
			if (ex.getCause() instanceof DataAccessException database) {
				throw database;
			}
			if (ex.getCause() instanceof JobExecutionException refusal) {
				throw new ProblemException(ProblemCode.STATE_FORBIDS, sentence(refusal));
			}
			throw ex;
		}
	}

	private static String sentence(Exception ex) {
		String message = Optional.ofNullable(ex.getMessage()).orElse("It was refused");
		return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
	}

	/**
	 * What became of one of several.
	 *
	 * @param id the execution that was asked for
	 * @param done whether it was done
	 * @param executionId the execution to look at, if it was done
	 * @param code the problem's code, if it was not
	 * @param detail the problem in words
	 */
	public record BulkResult(long id, boolean done, @Nullable Long executionId, @Nullable String code,
			@Nullable String detail) {

		static BulkResult done(long id, long executionId) {
			return new BulkResult(id, true, executionId, null, null);
		}

		static BulkResult refused(long id, ProblemException problem) {
			return new BulkResult(id, false, null, problem.code().code(), problem.getMessage());
		}

	}

}
