package io.cartpulse.dds;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import io.cartpulse.source.RecordType;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the RAW rows of one type in a run's ranges, in the order of their offsets, one
 * cursor a range. It keeps nothing in the execution context: how far a run got stands in
 * etl.load_positions, which moves in the transaction of the rows. The context would not
 * do: when the answer to a commit is lost, Spring Batch saves the former one.
 */
final class RawRowReader implements ItemStreamReader<RawRow>, StepExecutionListener {

	private final DataSource dataSource;

	private final RawTable table;

	private final RunRanges runRanges;

	private List<RawRange> ranges = List.of();

	private int range;

	private @Nullable RawCursor cursor;

	/**
	 * Makes a reader.
	 * @param dataSource PostgreSQL
	 * @param type whose rows are read
	 * @param runRanges knows what the run has yet to read
	 */
	RawRowReader(DataSource dataSource, RecordType type, RunRanges runRanges) {
		this.dataSource = dataSource;
		this.table = new RawTable(type);
		this.runRanges = runRanges;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.ranges = this.runRanges.of(LoadContext.of(step), this.table.type());
	}

	@Override
	public void open(ExecutionContext context) {
		this.range = 0;
	}

	@Override
	public @Nullable RawRow read() throws SQLException {
		while (this.range < this.ranges.size()) {
			RawRow row = cursor().next();
			if (row != null) {
				return row;
			}
			close();
			this.range++;
		}
		return null;
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

	private RawCursor cursor() throws SQLException {
		if (this.cursor == null) {
			RawRange range = this.ranges.get(this.range);
			this.cursor = new RawCursor(this.dataSource, this.table, """
					select %s
					from %s as received
					%s
					where source_id = ? and kafka_partition = ? and kafka_offset >= ? and kafka_offset < ?
					order by kafka_offset""".formatted(this.table.columns("0"), this.table.name(),
					RawTable.CORRECTIONS), range.sourceId(), range.partition(), range.from(), range.to());
		}
		return this.cursor;
	}

}
