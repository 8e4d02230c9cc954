package io.cartpulse.raw;

import java.util.List;
import java.util.Map;

import io.cartpulse.batch.StepRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Fixes what a run will read: makes the topic known as a source, notes what retention has
 * taken away unread, and keeps the end offsets of this moment with the job.
 */
@Component
class FixOffsetsTasklet implements Tasklet {

	static final String RETENTION_GAPS = "raw.retentionGaps";

	private static final Logger logger = LoggerFactory.getLogger(FixOffsetsTasklet.class);

	private final KafkaSource source;

	private final OffsetBook book;

	FixOffsetsTasklet(KafkaSource source, OffsetBook book) {
		this.source = source;
		this.book = book;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		StepExecution step = contribution.getStepExecution();
		KafkaSource.TopicState state = this.source.look();
		long sourceId = this.book.register(state);
		this.book.noteStart(step.getJobExecution().getJobInstanceId(), sourceId);
		Map<Integer, Long> nextOffsets = this.book.nextOffsets(sourceId);
		long lost = 0;
		for (Map.Entry<Integer, Long> beginning : state.beginnings().entrySet()) {
			int partition = beginning.getKey();
			long next = nextOffsets.getOrDefault(partition, 0L);
			lost += passLost(sourceId, step.getJobExecutionId(), partition, next, beginning.getValue());
			requireNotCutOff(state, partition, next);
		}
		step.getJobExecution().getExecutionContext().putLong(RETENTION_GAPS, lost);
		new FixedOffsets(sourceId, state.topic(), state.ends()).writeTo(step.getJobExecution().getExecutionContext());
		countRows(step.getJobExecution().getExecutionContext(), sourceId, state);
		return RepeatStatus.FINISHED;
	}

	private long passLost(long sourceId, long loadId, int partition, long next, long beginning) {
		if (beginning <= next) {
			return 0;
		}
		logger.warn("offsets {} to {} of partition {} were deleted by the topic's retention before they were read",
				next, beginning - 1, partition);
		this.book.note(sourceId, loadId, List.of(new OffsetGap(partition, next, beginning, OffsetGap.Kind.RETENTION)));
		this.book.move(sourceId, new OffsetMove(partition, next, beginning));
		return beginning - next;
	}

	private void countRows(ExecutionContext job, long sourceId, KafkaSource.TopicState state) {
		Map<Integer, Long> nextOffsets = this.book.nextOffsets(sourceId);
		long rows = 0;
		for (Map.Entry<Integer, Long> end : state.ends().entrySet()) {
			long ofPartition = end.getValue() - nextOffsets.getOrDefault(end.getKey(), 0L);
			StepRows.put(job, "load-raw/" + end.getKey(), ofPartition);
			rows += ofPartition;
		}
		StepRows.put(job, "load-raw", rows);
	}

	private static void requireNotCutOff(KafkaSource.TopicState state, int partition, long next) {
		long end = state.ends().getOrDefault(partition, 0L);
		if (end < next) {
			throw new KafkaSourceException("partition " + partition + " of topic " + state.topic() + " ends at offset "
					+ end + ", but RAW has read up to " + next
					+ ": the broker has lost records it had acknowledged; new records would get offsets that are"
					+ " already taken, so publish to a new topic, or make this one again");
		}
	}

}
