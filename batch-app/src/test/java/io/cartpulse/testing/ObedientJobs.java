package io.cartpulse.testing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.StepRows;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Jobs with the names of real ones that do as a test tells them: {@code kafka-to-raw}
 * reads ten rows at each word of it, {@code raw-to-dds} fails in mode rebuild and else
 * completes. The others complete at once.
 */
public class ObedientJobs {

	/** The rows of a run of kafka-to-raw. */
	public static final int ROWS = 100;

	private static final int ROWS_A_CHUNK = 10;

	private static final BlockingQueue<String> WORDS = new LinkedBlockingQueue<>();

	/** Lets kafka-to-raw read some chunks more. */
	public static void read(int chunks) {
		for (int i = 0; i < chunks; i++) {
			WORDS.add("read");
		}
	}

	/** Has kafka-to-raw fail at its next chunk. */
	public static void fail() {
		WORDS.add("fail");
	}

	/** Forgets what was said. */
	public static void forget() {
		WORDS.clear();
	}

	@Bean("kafka-to-raw")
	Job kafkaToRaw(JobRepository repository, PlatformTransactionManager transactions, LayerLocks locks) {
		Step fix = new StepBuilder("fix-offsets", repository).allowStartIfComplete(true)
			.tasklet((contribution, chunk) -> {
				ExecutionContext job = contribution.getStepExecution().getJobExecution().getExecutionContext();
				StepRows.put(job, "load-raw", ROWS);
				return RepeatStatus.FINISHED;
			}, transactions)
			.build();
		Step load = new StepBuilder("load-raw", repository).tasklet(ObedientJobs::readChunk, transactions).build();
		return new JobBuilder("kafka-to-raw", repository).listener(new LayerLockListener(locks, KnownJob.KAFKA_TO_RAW))
			.start(fix)
			.next(load)
			.build();
	}

	private static RepeatStatus readChunk(StepContribution contribution, ChunkContext chunk)
			throws InterruptedException {
		String word = WORDS.poll(100, TimeUnit.MILLISECONDS);
		if ("fail".equals(word)) {
			throw new IllegalStateException("as it was told", new IllegalArgumentException("<b>root</b> of it"));
		}
		if ("read".equals(word)) {
			for (int i = 0; i < ROWS_A_CHUNK; i++) {
				contribution.incrementReadCount();
			}
			contribution.incrementWriteCount(ROWS_A_CHUNK);
		}
		long read = contribution.getStepExecution().getReadCount() + contribution.getReadCount();
		return RepeatStatus.continueIf(read < ROWS);
	}

	@Bean("raw-to-dds")
	Job rawToDds(JobRepository repository, PlatformTransactionManager transactions, LayerLocks locks) {
		Step load = new StepBuilder("load-orders", repository).tasklet((contribution, chunk) -> {
			if ("rebuild".equals(contribution.getStepExecution().getJobParameters().getString("mode"))) {
				throw new IllegalStateException("rebuilding does not work today");
			}
			return RepeatStatus.FINISHED;
		}, transactions).build();
		return new JobBuilder("raw-to-dds", repository).listener(new LayerLockListener(locks, KnownJob.RAW_TO_DDS))
			.start(load)
			.build();
	}

	@Bean("retry-quarantine")
	Job retryQuarantine(JobRepository repository, PlatformTransactionManager transactions, LayerLocks locks) {
		return done(KnownJob.RETRY_QUARANTINE, repository, transactions, locks);
	}

	@Bean("dds-to-clickhouse")
	Job ddsToClickHouse(JobRepository repository, PlatformTransactionManager transactions, LayerLocks locks) {
		return done(KnownJob.DDS_TO_CLICKHOUSE, repository, transactions, locks);
	}

	private static Job done(KnownJob job, JobRepository repository, PlatformTransactionManager transactions,
			LayerLocks locks) {
		Step only = new StepBuilder("do-nothing", repository)
			.tasklet((contribution, chunk) -> RepeatStatus.FINISHED, transactions)
			.build();
		return new JobBuilder(job.jobName(), repository).listener(new LayerLockListener(locks, job))
			.start(only)
			.build();
	}

}
