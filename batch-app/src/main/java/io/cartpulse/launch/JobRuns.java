package io.cartpulse.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import io.cartpulse.batch.LayerHeldException;
import io.cartpulse.batch.LayerLocks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Runs jobs, one at a time: first what a dead process left behind, then what is asked
 * for.
 */
@Component
public class JobRuns {

	private static final Logger logger = LoggerFactory.getLogger(JobRuns.class);

	/** Makes each launch a job instance of its own. */
	private static final String RUN_ID = "run.id";

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final JobOperator operator;

	private final JobRepository repository;

	private final Map<String, Job> jobs;

	private final LayerLocks locks;

	private final ReentrantLock running = new ReentrantLock();

	private volatile @Nullable KnownJob current;

	private volatile boolean stopping;

	JobRuns(JobOperator operator, JobRepository repository, List<Job> jobs, LayerLocks locks) {
		this.operator = operator;
		this.repository = repository;
		this.jobs = jobs.stream().collect(Collectors.toMap(Job::getName, (job) -> job));
		this.locks = locks;
	}

	/**
	 * Runs a job to its end.
	 * @param job the job
	 * @param parameters its parameters
	 * @return the executions in their order: the restarted one of an unfinished run, if
	 * there was one, and the one asked for, unless the former failed again
	 * @throws LaunchRefusedException when another run holds a layer of the job
	 */
	public List<JobExecution> run(KnownJob job, Map<String, String> parameters) {
		this.running.lock();
		this.current = job;
		try {
			recoverOrphans(job);
			List<JobExecution> executions = new ArrayList<>();
			Optional<JobExecution> unfinished = unfinished(job);
			if (unfinished.isPresent() && isRebuild(parameters)) {
				// all is made anew from RAW: what was half done no longer counts
				this.operator.abandon(unfinished.get());
			}
			else if (unfinished.isPresent()) {
				logger.info("taking up {} again, execution {}", job.jobName(), unfinished.get().getId());
				executions.add(this.operator.restart(unfinished.get()));
			}
			if (executions.stream().allMatch(JobRuns::isCompleted) && !this.stopping) {
				executions.add(this.operator.start(job(job), identified(parameters)));
			}
			return executions;
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("job " + job.jobName() + " could not be started: " + ex.getMessage(), ex);
		}
		finally {
			this.current = null;
			this.running.unlock();
		}
	}

	/** Whether a run reached its end. */
	public static boolean isCompleted(JobExecution execution) {
		return execution.getStatus() == BatchStatus.COMPLETED;
	}

	/**
	 * Lets the running job end at its next chunk, to be taken up again later, and starts
	 * no other.
	 * @param patience how long to wait for the chunk
	 * @return whether nothing runs any more
	 */
	boolean stop(Duration patience) {
		this.stopping = true;
		Instant end = Instant.now().plus(patience);
		while (this.current != null) {
			askToStop();
			if (Instant.now().isAfter(end) || !paused()) {
				return false;
			}
		}
		return true;
	}

	private void askToStop() {
		KnownJob job = this.current;
		if (job == null) {
			return;
		}
		for (JobExecution execution : this.repository.findRunningJobExecutions(job.jobName())) {
			try {
				if (execution.getStatus() != BatchStatus.STOPPING) {
					this.operator.stop(execution);
				}
			}
			catch (JobExecutionException ex) {
				logger.debug("execution {} ended by itself", execution.getId(), ex);
			}
		}
	}

	private static boolean paused() {
		try {
			Thread.sleep(PAUSE.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * A run holds the locks of its layers as long as its process lives. So where they can
	 * be taken, executions that still count as running are dead.
	 */
	private void recoverOrphans(KnownJob job) {
		LayerLocks.Held held = takeLocks(job);
		try {
			Arrays.stream(KnownJob.values())
				.filter((other) -> job.layers().containsAll(other.layers()))
				.flatMap((other) -> this.repository.findRunningJobExecutions(other.jobName()).stream())
				.forEach((orphan) -> {
					logger.info("execution {} was left by a process that is gone: recovering it", orphan.getId());
					this.operator.recover(orphan);
				});
		}
		finally {
			held.close();
		}
	}

	private LayerLocks.Held takeLocks(KnownJob job) {
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

	private static JobParameters identified(Map<String, String> parameters) {
		JobParametersBuilder builder = new JobParametersBuilder().addString(RUN_ID, Instant.now().toString());
		parameters.forEach(builder::addString);
		return builder.toJobParameters();
	}

}
