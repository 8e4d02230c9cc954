package io.cartpulse.mart;

import io.cartpulse.batch.LayerLocks;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Writes a chunk of a fact's rows as one insert. Rows that come twice have the same
 * version and count once.
 */
final class FactWriter implements ItemWriter<FactRow>, StepExecutionListener {

	private final ClickHouse clickHouse;

	private final LayerLocks locks;

	private final Fact fact;

	private final RowBinary buffer = new RowBinary(1 << 16);

	private long jobExecutionId;

	private String database = Databases.WAREHOUSE;

	FactWriter(ClickHouse clickHouse, LayerLocks locks, Fact fact) {
		this.clickHouse = clickHouse;
		this.locks = locks;
		this.fact = fact;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.jobExecutionId = step.getJobExecutionId();
		this.database = Publication.of(step).full() ? Databases.ASIDE : Databases.WAREHOUSE;
	}

	@Override
	public void write(Chunk<? extends FactRow> chunk) {
		this.locks.requireHeld(this.jobExecutionId);
		this.buffer.clear();
		for (FactRow row : chunk) {
			this.buffer.append(row.encoded(), row.encoded().length);
		}
		this.clickHouse.insert(this.database + "." + this.fact.table(), this.fact.columnNames(), this.buffer.buffer(),
				this.buffer.length());
	}

}
