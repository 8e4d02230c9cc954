package io.cartpulse.dds;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Closes a run: its ledger must add up to the RAW rows in its ranges, then the ranges
 * count as read. One transaction.
 */
final class FinishLoad implements Tasklet {

	private static final String FIND_IMBALANCE = SqlFile.read(FinishLoad.class, "find-imbalance.sql");

	private static final List<String> CLOSE = List.of(SqlFile.read(FinishLoad.class, "move-watermarks.sql"),
			SqlFile.read(FinishLoad.class, "forget-touched.sql"),
			SqlFile.read(FinishLoad.class, "forget-positions.sql"), SqlFile.read(FinishLoad.class, "finish-loads.sql"),
			SqlFile.read(FinishLoad.class, "drop-empty-loads.sql"));

	private final NamedParameterJdbcTemplate jdbc;

	FinishLoad(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		Map<String, Object> parameters = LoadContext.of(contribution.getStepExecution()).parameters();
		List<String> differences = this.jdbc.query(FIND_IMBALANCE, parameters,
				(row, number) -> "%s of %s: %d rows in RAW, %d in the ledger".formatted(row.getString("record_type"),
						row.getString("kafka_date"), row.getLong("read_records"), row.getLong("ended_records")));
		if (!differences.isEmpty()) {
			throw new IllegalStateException("the run's ledger does not add up: " + String.join("; ", differences)
					+ ". Make DDS anew: run raw-to-dds mode=rebuild");
		}
		CLOSE.forEach((statement) -> this.jdbc.update(statement, parameters));
		return RepeatStatus.FINISHED;
	}

}
