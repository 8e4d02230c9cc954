package io.cartpulse.alert.bot;

import java.util.Locale;
import java.util.Map;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.LaunchRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Launches and restarts jobs for chats.
 */
@Component
class JobActions implements ChatActions {

	private static final Logger logger = LoggerFactory.getLogger(JobActions.class);

	private final JobRuns runs;

	private final JobRepository repository;

	JobActions(JobRuns runs, JobRepository repository) {
		this.runs = runs;
		this.repository = repository;
	}

	@Override
	public long launch(KnownJob job, Map<String, String> parameters, String actor) {
		job.check(parameters).ifPresent((mistake) -> {
			throw new ChatRefusalException(mistake);
		});
		return begin("launch of " + job.jobName(), actor, () -> this.runs.launch(job, parameters, actor));
	}

	@Override
	public long restart(long id, String actor) {
		JobExecution execution = this.repository.getJobExecution(id);
		if (execution == null) {
			throw new ChatRefusalException("there is no execution " + id);
		}
		if (execution.getStatus() != BatchStatus.FAILED && execution.getStatus() != BatchStatus.STOPPED) {
			throw new ChatRefusalException("execution %d is %s; only one that failed or was stopped can be restarted"
				.formatted(id, execution.getStatus().name().toLowerCase(Locale.ROOT)));
		}
		JobExecution last = this.repository.getLastJobExecution(execution.getJobInstance());
		if (last != null && last.getId() != id) {
			throw new ChatRefusalException(
					"execution %d was taken up already, by execution %d".formatted(id, last.getId()));
		}
		return begin("restart of execution " + id, actor, () -> this.runs.restart(execution, actor));
	}

	private static long begin(String what, String actor, Begin begin) {
		try {
			long id = begin.begin().getId();
			logger.info("{}, asked for by {}: execution {}", what, actor, id);
			return id;
		}
		catch (LaunchRefusedException ex) {
			logger.info("{}, asked for by {}, was refused", what, actor);
			throw new ChatRefusalException(String.valueOf(ex.getMessage()));
		}
		catch (IllegalStateException ex) {
			logger.warn("{}, asked for by {}, failed", what, actor, ex);
			throw new ChatRefusalException("it could not be started; the log says why");
		}
	}

	/**
	 * Sets a run going.
	 */
	private interface Begin {

		JobExecution begin();

	}

}
