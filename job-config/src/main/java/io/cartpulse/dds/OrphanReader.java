package io.cartpulse.dds;

import java.sql.SQLException;

import javax.sql.DataSource;

import io.cartpulse.source.RecordType;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads again, from RAW, the open orphans of one type whose order this run loaded. It
 * keeps no position: what a committed chunk mended is no open orphan any more.
 */
final class OrphanReader implements ItemStreamReader<RawRow>, StepExecutionListener {

	private final DataSource dataSource;

	private final RawTable table;

	private long jobInstanceId;

	private @Nullable RawCursor cursor;

	OrphanReader(DataSource dataSource, RecordType type) {
		this.dataSource = dataSource;
		this.table = new RawTable(type);
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.jobInstanceId = LoadContext.of(step).jobInstanceId();
	}

	@Override
	public void open(ExecutionContext context) {
		try {
			this.cursor = new RawCursor(this.dataSource, this.table, """
					select %s
					from dds.quarantine as refused
					join etl.touched on touched.key = refused.order_id
					join %s as received using (source_id, kafka_partition, kafka_offset)
					where touched.job_instance_id = ? and touched.subject = 'order'
						and refused.state = 'open' and refused.reason = 'ORPHAN' and refused.record_type = ?
						and exists (select from dds.orders where orders.order_id = refused.order_id)
					order by refused.id""".formatted(this.table.columns("received"), this.table.name()),
					this.jobInstanceId, this.table.type().wireName());
		}
		catch (SQLException ex) {
			throw new ItemStreamException("cannot read the orphans of " + this.table.name(), ex);
		}
	}

	@Override
	public @Nullable RawRow read() throws SQLException {
		return (this.cursor != null) ? this.cursor.next() : null;
	}

	@Override
	public void close() {
		try {
			if (this.cursor != null) {
				this.cursor.close();
			}
		}
		catch (SQLException ex) {
			throw new ItemStreamException("cannot close the cursor on " + this.table.name(), ex);
		}
		finally {
			this.cursor = null;
		}
	}

}
