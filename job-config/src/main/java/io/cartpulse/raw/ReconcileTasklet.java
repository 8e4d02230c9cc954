package io.cartpulse.raw;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts what the run has stored and writes it into the ledger: the offsets passed must
 * be the rows, dead letters and gaps of each partition. It counts rows, not what the
 * writer believes to have written.
 */
@Component
class ReconcileTasklet implements Tasklet {

	private static final String RECONCILE = SqlFile.read(ReconcileTasklet.class, "reconcile.sql");

	private final NamedParameterJdbcTemplate jdbc;

	ReconcileTasklet(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		long jobInstanceId = contribution.getStepExecution().getJobExecution().getJobInstanceId();
		List<String> differences = this.jdbc.query(RECONCILE, Map.of("jobInstanceId", jobInstanceId),
				(row, number) -> "partition %d of source %d: %d offsets passed, %d rows, dead letters and gaps"
					.formatted(row.getInt("kafka_partition"), row.getLong("source_id"), row.getLong("passed"),
							row.getLong("accounted_for")));
		if (!differences.isEmpty()) {
			throw new IllegalStateException("the run's ledger does not add up: " + String.join("; ", differences)
					+ ". Rows of schema raw were changed by another hand, or lost");
		}
		return RepeatStatus.FINISHED;
	}

}
