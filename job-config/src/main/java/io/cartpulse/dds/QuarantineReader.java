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
 * Reads again, from RAW and with their corrections, open records of the quarantine. It
 * keeps no position: what a committed chunk mended is open no more.
 */
final class QuarantineReader implements ItemStreamReader<RawRow>, StepExecutionListener {

	private final DataSource dataSource;

	private final RawTable table;

	private final Retried retried;

	private long jobInstanceId;

	private boolean onlyRequested;

	private @Nullable RawCursor cursor;

	QuarantineReader(DataSource dataSource, RecordType type, Retried retried) {
		this.dataSource = dataSource;
		this.table = new RawTable(type);
		this.retried = retried;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.jobInstanceId = LoadContext.of(step).jobInstanceId();
		this.onlyRequested = "requested".equals(step.getJobParameters().getString("which"));
	}

	@Override
	public void open(ExecutionContext context) {
		try {
			this.cursor = new RawCursor(this.dataSource, this.table,
					"""
							select %s
							from dds.quarantine as refused
							join %s as received using (source_id, kafka_partition, kafka_offset)
							%s
							where refused.state = 'open' and refused.record_type = ? and (
								(? and (refused.requested or not ?))
								or (
									refused.reason = 'ORPHAN'
									and exists (
										select from etl.touched
										where touched.job_instance_id = ? and touched.subject = 'order'
											and touched.key = refused.order_id
									)
									and exists (select from dds.orders where orders.order_id = refused.order_id)
								)
							)
							order by refused.id""".formatted(this.table.columns("refused.edits"), this.table.name(),
							RawTable.CORRECTIONS),
					this.table.type().wireName(), this.retried == Retried.ALL, this.onlyRequested, this.jobInstanceId);
		}
		catch (SQLException ex) {
			throw new ItemStreamException("cannot read the quarantined rows of " + this.table.name(), ex);
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

	/**
	 * Which records are tried again.
	 */
	enum Retried {

		/** Orphans whose order this run loaded. */
		FOUND_ORPHANS,
		/** Those, and all others that are asked for. */
		ALL

	}

}
