package io.cartpulse.raw;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells Kafka how far RAW is, for lag monitors only. That Kafka did not take it is no
 * reason to fail: the pipeline never reads these offsets.
 */
@Component
class CommitGroupOffsetsTasklet implements Tasklet {

	private static final Logger logger = LoggerFactory.getLogger(CommitGroupOffsetsTasklet.class);

	private final ConsumerFactory<byte[], byte[]> consumerFactory;

	private final OffsetBook book;

	private final KafkaSettings kafka;

	CommitGroupOffsetsTasklet(ConsumerFactory<byte[], byte[]> consumerFactory, OffsetBook book, KafkaSettings kafka) {
		this.consumerFactory = consumerFactory;
		this.book = book;
		this.kafka = kafka;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		JobExecution job = contribution.getStepExecution().getJobExecution();
		FixedOffsets fixed = FixedOffsets.readFrom(job.getExecutionContext());
		Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
		this.book.nextOffsets(fixed.sourceId())
			.forEach((partition, next) -> offsets.put(new TopicPartition(fixed.topic(), partition),
					new OffsetAndMetadata(next)));
		try (Consumer<byte[], byte[]> consumer = this.consumerFactory.createConsumer(this.kafka.group(), "lag")) {
			consumer.commitSync(offsets, this.kafka.timeout());
		}
		catch (KafkaException ex) {
			logger.warn("the offsets of group {} were not committed, lag monitors will show old figures: {}",
					this.kafka.group(), ex.getMessage());
		}
		return RepeatStatus.FINISHED;
	}

}
