package io.cartpulse.warehouse;

import java.time.Instant;
import java.util.List;

import io.cartpulse.observe.PartitionLag;
import io.cartpulse.report.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;

/**
 * Where the data is on its way.
 *
 * @param stages the stages in their order
 * @param newestEventAt when the newest event in the marts happened
 * @param freshnessSeconds how old it is; nothing where there is none, or ClickHouse does
 * not answer
 * @param openQuarantine records in quarantine
 * @param problems what could not be asked, in words
 */
public record PipelineStatus(List<StageStatus> stages, @Nullable Instant newestEventAt, @Nullable Long freshnessSeconds,
		long openQuarantine, List<String> problems) {

	public PipelineStatus {
		stages = List.copyOf(stages);
		problems = List.copyOf(problems);
	}

	/**
	 * A stage.
	 *
	 * @param stage which one
	 * @param waiting what waits before it: Kafka's records, RAW rows, accepted records;
	 * nothing where that could not be asked
	 * @param partitions the same by partition of the topic, for the first stage
	 * @param lastRun its last run, as a job of its own or in the pipeline
	 */
	public record StageStatus(Stage stage, @Nullable Long waiting, List<PartitionLag> partitions,
			@Nullable StageRun lastRun) {

		public StageStatus {
			partitions = List.copyOf(partitions);
		}

	}

	/**
	 * A run of a stage.
	 *
	 * @param executionId the execution
	 * @param job its job
	 * @param status where the execution is
	 * @param startedAt when the stage began
	 * @param endedAt when it ended
	 * @param read rows that it has read
	 * @param rowsPerSecond how fast
	 */
	public record StageRun(long executionId, String job, BatchStatus status, Instant startedAt,
			@Nullable Instant endedAt, long read, @Nullable Double rowsPerSecond) {

	}

}
