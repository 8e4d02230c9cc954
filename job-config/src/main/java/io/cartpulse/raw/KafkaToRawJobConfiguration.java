package io.cartpulse.raw;

import io.cartpulse.batch.ChunkRetry;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.RunLogDecorator;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job kafka-to-raw. Source: the event topic, from the offsets in etl.offsets to the
 * ends seen at the start. Target: the tables of schema raw, a row per record. A rerun is
 * safe because the offsets move in the transaction of the rows, and only from where the
 * writer believes them to be.
 */
@Configuration(proxyBeanMethods = false)
class KafkaToRawJobConfiguration {

	@Bean("kafka-to-raw")
	Job kafkaToRawJob(JobRepository repository, @Qualifier("kafkaToRawFlow") Flow kafkaToRawFlow, LayerLocks locks) {
		return new JobBuilder("kafka-to-raw", repository).listener(new LayerLockListener(locks, KnownJob.KAFKA_TO_RAW))
			.start(kafkaToRawFlow)
			.end()
			.build();
	}

	@Bean
	Flow kafkaToRawFlow(@Qualifier("fix-offsets") Step fixOffsets, @Qualifier("load-raw") Step loadRaw,
			@Qualifier("reconcile-raw") Step reconcileRaw, @Qualifier("commit-group-offsets") Step commitGroupOffsets) {
		return new FlowBuilder<SimpleFlow>("kafka-to-raw").start(fixOffsets)
			.next(loadRaw)
			.next(reconcileRaw)
			.next(commitGroupOffsets)
			.build();
	}

	@Bean("fix-offsets")
	Step fixOffsets(JobRepository repository, PlatformTransactionManager transactions, FixOffsetsTasklet tasklet) {
		return new StepBuilder("fix-offsets", repository).allowStartIfComplete(true)
			.tasklet(tasklet, transactions)
			.build();
	}

	@Bean("load-raw")
	Step loadRaw(JobRepository repository, @Qualifier("load-raw-worker") Step worker, RawSettings settings) {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("load-raw-");
		threads.setConcurrencyLimit(settings.workers());
		threads.setTaskDecorator(new RunLogDecorator());
		return new StepBuilder("load-raw", repository).allowStartIfComplete(true)
			.partitioner(worker)
			.splitter(new WorkerSplitter(repository, "load-raw"))
			.gridSize(settings.workers())
			.taskExecutor(threads)
			.aggregator(new RawTotals())
			.build();
	}

	@Bean("load-raw-worker")
	Step loadRawWorker(JobRepository repository, PlatformTransactionManager transactions, KafkaRecordReader reader,
			RawRecordProcessor processor, RawWriter writer) {
		return new StepBuilder("load-raw", repository).allowStartIfComplete(true)
			.<RecordBatch, RawBatch>chunk(1)
			.transactionManager(transactions)
			.reader(reader)
			.processor(processor)
			.writer(writer)
			.listener(writer)
			.build();
	}

	@Bean("reconcile-raw")
	Step reconcileRaw(JobRepository repository, PlatformTransactionManager transactions, ReconcileTasklet tasklet) {
		return new StepBuilder("reconcile-raw", repository).allowStartIfComplete(true)
			.tasklet(tasklet, transactions)
			.build();
	}

	@Bean("commit-group-offsets")
	Step commitGroupOffsets(JobRepository repository, PlatformTransactionManager transactions,
			CommitGroupOffsetsTasklet tasklet) {
		return new StepBuilder("commit-group-offsets", repository).allowStartIfComplete(true)
			.tasklet(tasklet, transactions)
			.build();
	}

	@Bean
	@StepScope
	KafkaRecordReader kafkaRecordReader(ConsumerFactory<byte[], byte[]> consumers, OffsetBook book, RawSettings raw,
			KafkaSettings kafka, @Value("#{stepExecution}") StepExecution step) {
		FixedOffsets fixed = FixedOffsets.readFrom(step.getJobExecution().getExecutionContext());
		return new KafkaRecordReader(consumers, book, raw, kafka, fixed, WorkerSplitter.shareOf(step, fixed));
	}

	@Bean
	@StepScope
	RawWriter rawWriter(JdbcTemplate jdbc, PlatformTransactionManager transactions, OffsetBook book,
			@Value("#{stepExecution}") StepExecution step) {
		FixedOffsets fixed = FixedOffsets.readFrom(step.getJobExecution().getExecutionContext());
		return new RawWriter(jdbc, new ChunkRetry(transactions), book, fixed.sourceId(), step);
	}

}
