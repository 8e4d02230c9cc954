package io.cartpulse.dds;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Set-based work: SQL files in their order, in one transaction, with the run's
 * parameters.
 */
final class SqlTasklet implements Tasklet {

	private final NamedParameterJdbcTemplate jdbc;

	private final List<String> statements;

	SqlTasklet(DataSource dataSource, String... files) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.statements = Stream.of(files).map((file) -> SqlFile.read(SqlTasklet.class, file)).toList();
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		Map<String, Object> parameters = LoadContext.of(contribution.getStepExecution()).parameters();
		for (String statement : this.statements) {
			contribution.incrementWriteCount(this.jdbc.update(statement, parameters));
		}
		return RepeatStatus.FINISHED;
	}

}
