package io.cartpulse.launch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerHeldException;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Starts jobs, under the locks of their layers, and takes up again what did not reach its
 * end. A job whose process is gone counts as such: its locks fell with it.
 */
@Component
public class JobRuns implements DisposableBean {

	/** Names, in an execution's parameters, who or what started it. */
	public static final String STARTED_BY = "startedBy";

	/** Starts what a dead process left behind. */
	public static final String RECOVERY = "recovery";

	/** Says, in an execution's parameters, why it was started. */
	public static final String REASON = "reason";

	/** Makes each launch a job instance of its own. */
	public static final String RUN_ID = "run.id";

	private static final String CUT_OFF = "Its process was gone before its end: killed, or its machine was."
			+ " What was committed until then counts; a restart goes on there.";

	private static final Logger logger = LoggerFactory.getLogger(JobRuns.class);

	private static final String REQUEST_STOP = SqlFile.read(JobRuns.class, "request-stop.sql");

	private static final String SETTLE_UNKNOWN = SqlFile.read(JobRuns.class, "settle-unknown.sql");

	private final JobOperator operator;

	private final JobRepository repository;

	private final Map<String, Job> jobs;

	private final LayerLocks locks;

	private final JdbcTemplate jdbc;

	private final ExecutorService launches = Executors.newCachedThreadPool();

	private volatile boolean stopping;

	JobRuns(JobOperator operator, JobRepository repository, List<Job> jobs, LayerLocks locks, JdbcTemplate jdbc) {
		this.operator = operator;
		this.repository = repository;
		this.jobs = jobs.stream().collect(Collectors.toMap(Job::getName, (job) -> job));
		this.locks = locks;
		this.jdbc = jdbc;
	}

	/**
	 * Runs a job to its end: first what an earlier run of it left undone, then the one
	 * asked for.
	 * @param job the job
	 * @param parameters its parameters
	 * @param startedBy who or what asks for it
	 * @return the executions in their order: the restarted one of an unfinished run, if
	 * there was one, and the one asked for, unless the former failed again
	 * @throws LaunchRefusedException when another run holds a layer of the job
	 */
	public List<JobExecution> run(KnownJob job, Map<String, String> parameters, String startedBy) {
		try (LayerLocks.Held held = take(job)) {
			held.lendToJobs();
			recoverOrphans(job);
			settleUnknown(this.repository.getLastJobInstance(job.jobName()));
			List<JobExecution> executions = new ArrayList<>();
			Optional<JobExecution> unfinished = unfinished(job);
			if (unfinished.isPresent() && isRebuild(parameters)) {
				// all is made anew from RAW: what was half done no longer counts
				this.operator.abandon(unfinished.get());
			}
			else if (unfinished.isPresent()) {
				logger.info("taking up {} again, execution {}", job.jobName(), unfinished.get().getId());
				executions.add(start(job, restarted(unfinished.get(), startedBy)));
			}
			if (executions.stream().allMatch(JobRuns::isCompleted) && !this.stopping) {
				executions.add(start(job, identified(parameters, startedBy)));
			}
			return executions;
		}
		catch (JobExecutionException ex) {
			throw notStarted(job, ex);
		}
	}

	/**
	 * Launches a job and returns as soon as it runs.
	 * @param job the job
	 * @param parameters its parameters, checked
	 * @param startedBy who or what asks for it
	 * @return the new execution
	 * @throws LaunchRefusedException when another run holds a layer of the job
	 */
	public JobExecution launch(KnownJob job, Map<String, String> parameters, String startedBy) {
		return begin(job, () -> identified(parameters, startedBy));
	}

	/**
	 * Restarts an execution that failed or was stopped and returns as soon as it runs.
	 * @param execution the last one of its instance
	 * @param startedBy who or what asks for it
	 * @return the new execution
	 * @throws LaunchRefusedException when another run holds a layer of the job
	 */
	public JobExecution restart(JobExecution execution, String startedBy) {
		return begin(jobOf(execution), () -> restarted(execution, startedBy));
	}

	/**
	 * Asks a running execution to end at its next chunk, wherever it runs: its steps look
	 * at the status of their job with every chunk. JobOperator's own stop writes the rows
	 * of the running steps as well, and when it meets their writing the step ends as
	 * UNKNOWN and can be restarted no more (spring-batch #5308).
	 * @param execution a running execution
	 * @return whether it was running
	 */
	public boolean stop(JobExecution execution) {
		return this.jdbc.update(REQUEST_STOP, execution.getId()) == 1;
	}

	/** Gives an execution up for good: it can be restarted no more. */
	public void abandon(JobExecution execution) {
		LocalDateTime end = execution.getEndTime();
		try {
			this.operator.abandon(execution);
			if (end != null) {
				// Spring Batch takes the giving up for the end
				execution.setEndTime(end);
				this.repository.update(execution);
			}
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("execution " + execution.getId() + " cannot be abandoned", ex);
		}
	}

	/**
	 * Marks an execution as failed whose process is gone, so that it can be restarted.
	 * One that has ended meanwhile stays as it is.
	 * @param execution one that counts as running
	 * @return the execution as it is now
	 * @throws LaunchRefusedException when its process lives: it holds its layers
	 */
	public JobExecution recover(JobExecution execution) {
		try (LayerLocks.Held held = take(jobOf(execution))) {
			held.lendToJobs();
			// what was read before the locks were taken may have ended since
			JobExecution now = this.repository.getJobExecution(execution.getId());
			if (now == null) {
				throw new IllegalStateException("execution " + execution.getId() + " is gone");
			}
			return now.isRunning() ? recovered(now) : now;
		}
	}

	/** Whether an execution counts as running, though the process that ran it is gone. */
	public boolean isOrphan(JobExecution execution) {
		return execution.isRunning() && !this.locks.isHeld(jobOf(execution).layers());
	}

	/**
	 * Looks for runs whose process is gone, and restarts them.
	 * @return the new executions
	 */
	List<JobExecution> restartOrphans() {
		List<JobExecution> restarted = new ArrayList<>();
		for (KnownJob job : KnownJob.values()) {
			this.repository.findRunningJobExecutions(job.jobName())
				.stream()
				.filter((execution) -> !this.stopping && isOrphan(execution))
				.forEach((orphan) -> restartOrphan(orphan).ifPresent(restarted::add));
		}
		return restarted;
	}

	/**
	 * Recovers and restarts under the same locks: between the two nobody else would take
	 * the run up.
	 */
	Optional<JobExecution> restartOrphan(JobExecution orphan) {
		try {
			return Optional.of(begin(jobOf(orphan), () -> parametersOf(orphan)));
		}
		catch (LaunchRefusedException ex) {
			logger.info("execution {} is left to others: {}", orphan.getId(), ex.getMessage());
		}
		catch (IllegalStateException ex) {
			logger.warn("execution {} was left by a process that is gone", orphan.getId(), ex);
		}
		return Optional.empty();
	}

	/** For a restart; the locks are held, and what nobody runs any more is recovered. */
	private JobParameters parametersOf(JobExecution orphan) {
		JobExecution last = this.repository.getLastJobExecution(orphan.getJobInstance());
		if (last == null || last.getId() != orphan.getId() || last.getStatus() != BatchStatus.FAILED) {
			throw new LaunchRefusedException("it has ended, or goes on already");
		}
		return restarted(last, RECOVERY);
	}

	/** Whether a run reached its end. */
	public static boolean isCompleted(JobExecution execution) {
		return execution.getStatus() == BatchStatus.COMPLETED;
	}

	/** The job of an execution. */
	public static KnownJob jobOf(JobExecution execution) {
		String name = execution.getJobInstance().getJobName();
		return KnownJob.named(name).orElseThrow(() -> new IllegalStateException("no job is named " + name));
	}

	/** Starts no job any more. */
	void refuseLaunches() {
		this.stopping = true;
	}

	private JobExecution begin(KnownJob job, Supplier<JobParameters> underLocks) {
		CompletableFuture<JobExecution> begun = new CompletableFuture<>();
		this.launches.execute(() -> {
			try (LayerLocks.Held held = take(job)) {
				held.lendToJobs((executionId) -> begun.complete(this.repository.getJobExecution(executionId)));
				recoverOrphans(job);
				JobParameters parameters = underLocks.get();
				settleUnknown(this.repository.getJobInstance(job.jobName(), parameters));
				begun.complete(start(job, parameters));
			}
			catch (JobExecutionException | RuntimeException ex) {
				begun.completeExceptionally(ex);
			}
		});
		try {
			return begun.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof LaunchRefusedException refused) {
				throw refused;
			}
			throw notStarted(job, ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw notStarted(job, ex);
		}
	}

	private static IllegalStateException notStarted(KnownJob job, Throwable cause) {
		return new IllegalStateException("job " + job.jobName() + " could not be started: " + cause.getMessage(),
				cause);
	}

	/**
	 * Starts a job under the locks that this thread holds. When somebody asks it to stop
	 * at the very moment when it notes its own state, Spring Batch gives the run up
	 * without an end: then it is ended here, to be restarted.
	 */
	private JobExecution start(KnownJob job, JobParameters parameters) throws JobExecutionException {
		try {
			return this.operator.start(job(job), parameters);
		}
		catch (OptimisticLockingFailureException ex) {
			JobInstance instance = this.repository.getJobInstance(job.jobName(), parameters);
			JobExecution left = (instance != null) ? this.repository.getLastJobExecution(instance) : null;
			if (left == null || !left.isRunning()) {
				throw ex;
			}
			logger.warn("execution {} was asked to stop while it noted its state, and has ended", left.getId());
			return this.operator.recover(left);
		}
	}

	/** The locks of the job are held: its executions that count as running are dead. */
	private void recoverOrphans(KnownJob job) {
		this.repository.findRunningJobExecutions(job.jobName()).forEach((orphan) -> {
			logger.warn("execution {} was left by a process that is gone: recovering it", orphan.getId());
			recovered(orphan);
		});
	}

	/** Whoever looks at it later wants to know why it has failed. */
	private JobExecution recovered(JobExecution orphan) {
		JobExecution recovered = this.operator.recover(orphan);
		recovered.setExitStatus(ExitStatus.FAILED.addExitDescription(CUT_OFF));
		this.repository.update(recovered);
		return recovered;
	}

	/**
	 * When the connection to PostgreSQL breaks within a chunk, Spring Batch cannot tell
	 * whether the chunk was undone, marks the step as UNKNOWN and refuses each restart;
	 * so it does when a step's end could not be stored. PostgreSQL can tell: a step's
	 * place moves in the transaction of its rows.
	 */
	private void settleUnknown(@Nullable JobInstance instance) {
		if (instance != null) {
			this.jdbc.update(SETTLE_UNKNOWN, instance.getInstanceId(), instance.getInstanceId());
		}
	}

	private LayerLocks.Held take(KnownJob job) {
		if (this.stopping) {
			throw new LaunchRefusedException("job " + job.jobName() + " was not started: the application is stopping");
		}
		try {
			return this.locks.take(job.layers(), "the start of " + job.jobName());
		}
		catch (LayerHeldException ex) {
			throw new LaunchRefusedException("job " + job.jobName() + " was not started: " + ex.getMessage(), ex);
		}
	}

	private Optional<JobExecution> unfinished(KnownJob job) {
		JobInstance last = this.repository.getLastJobInstance(job.jobName());
		JobExecution execution = (last != null) ? this.repository.getLastJobExecution(last) : null;
		return Optional.ofNullable(execution)
			.filter((one) -> one.getStatus() == BatchStatus.FAILED || one.getStatus() == BatchStatus.STOPPED);
	}

	private Job job(KnownJob job) {
		Job found = this.jobs.get(job.jobName());
		if (found == null) {
			throw new IllegalStateException("job " + job.jobName() + " is not part of this application");
		}
		return found;
	}

	private static boolean isRebuild(Map<String, String> parameters) {
		return "rebuild".equals(parameters.get("mode"));
	}

	private static JobParameters identified(Map<String, String> parameters, String startedBy) {
		JobParametersBuilder builder = new JobParametersBuilder().addString(RUN_ID, Instant.now().toString())
			.addString(STARTED_BY, startedBy, false);
		parameters.forEach((name, value) -> builder.addString(name, value, !name.equals(REASON)));
		return builder.toJobParameters();
	}

	/** The same identity, so the same instance: it goes on where it stopped. */
	private static JobParameters restarted(JobExecution execution, String startedBy) {
		return new JobParametersBuilder(execution.getJobParameters()).addString(STARTED_BY, startedBy, false)
			.toJobParameters();
	}

	@Override
	public void destroy() throws InterruptedException {
		this.launches.shutdown();
		if (!this.launches.awaitTermination(1, TimeUnit.SECONDS)) {
			logger.warn("a job still runs at the application's end; the next start takes it up again");
		}
	}

}
