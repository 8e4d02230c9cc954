package io.cartpulse.reference;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Gives events what was found for them. They become rows of the run's load, so that the
 * marts get them.
 *
 * @param <K> what was found
 */
final class EventWriter<K> implements ItemWriter<List<K>>, StepExecutionListener {

	private final NamedParameterJdbcTemplate jdbc;

	private final LayerLocks locks;

	private final String statement;

	private long loadId;

	private long jobInstanceId;

	EventWriter(DataSource dataSource, LayerLocks locks, String file) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.locks = locks;
		this.statement = SqlFile.read(EventWriter.class, file);
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.loadId = step.getJobExecutionId();
		this.jobInstanceId = step.getJobExecution().getJobInstanceId();
	}

	@Override
	public void write(Chunk<? extends List<K>> pages) {
		this.locks.requireHeld(this.loadId);
		for (List<K> page : pages) {
			this.jdbc.update(this.statement, Map.of("loadId", this.loadId, "jobInstanceId", this.jobInstanceId, "keys",
					page.stream().map(Object::toString).toArray(String[]::new)));
		}
	}

}
