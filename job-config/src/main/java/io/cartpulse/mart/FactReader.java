package io.cartpulse.mart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads a fact's rows of a publication's loads page by page, in the order of (load, key).
 * After a restart it goes on behind the last row of the last committed chunk, provided
 * that it is still the same publication.
 */
final class FactReader implements ItemStreamReader<FactRow>, StepExecutionListener {

	private static final String PUBLICATION = "fact.publication";

	private static final String LOAD = "fact.load";

	private static final String KEY = "fact.key";

	private final NamedParameterJdbcTemplate jdbc;

	private final Fact fact;

	private final int pageSize;

	private final String readPage;

	private final Deque<FactRow> page = new ArrayDeque<>();

	private final RowBinary buffer = new RowBinary(512);

	private @Nullable Publication publication;

	private boolean exhausted;

	private long afterLoad;

	private String afterKey = "";

	FactReader(DataSource dataSource, Fact fact, int pageSize) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.fact = fact;
		this.pageSize = pageSize;
		this.readPage = SqlFile.read(FactReader.class, "read-" + fact.words() + ".sql");
	}

	@Override
	public void beforeStep(StepExecution step) {
		Publication current = Publication.of(step);
		this.publication = current;
		this.exhausted = !current.carries(this.fact) || current.hasCarried(this.fact, step);
	}

	@Override
	public void open(ExecutionContext context) {
		Publication current = current();
		boolean resumed = context.getLong(PUBLICATION, -1) == current.id();
		this.afterLoad = resumed ? context.getLong(LOAD) : current.firstLoad() - 1;
		this.afterKey = resumed ? context.getString(KEY) : this.fact.pageKey().last();
		this.page.clear();
	}

	@Override
	public @Nullable FactRow read() {
		if (this.page.isEmpty() && !this.exhausted) {
			readPage();
		}
		FactRow row = this.page.poll();
		if (row != null) {
			this.afterLoad = row.loadId();
			this.afterKey = row.pageKey().toString();
		}
		return row;
	}

	@Override
	public void update(ExecutionContext context) {
		context.putLong(PUBLICATION, current().id());
		context.putLong(LOAD, this.afterLoad);
		context.putString(KEY, this.afterKey);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		if (step.getStatus() == BatchStatus.COMPLETED) {
			current().noteCarried(this.fact, step);
		}
		return null;
	}

	private void readPage() {
		List<FactRow> rows = this.jdbc.query(this.readPage, Map.of("firstLoad", current().firstLoad(), "afterLoad",
				this.afterLoad, "afterKey", this.afterKey, "pageSize", this.pageSize), this::rows);
		this.page.addAll((rows != null) ? rows : List.of());
		this.exhausted = this.page.size() < this.pageSize;
	}

	private List<FactRow> rows(ResultSet result) throws SQLException {
		List<FactRow> rows = new ArrayList<>(this.pageSize);
		int[] indexes = new int[this.fact.columns().size()];
		for (int i = 0; i < indexes.length; i++) {
			indexes[i] = result.findColumn(this.fact.columns().get(i).name());
		}
		while (result.next()) {
			rows.add(row(result, indexes));
		}
		return rows;
	}

	private FactRow row(ResultSet result, int[] indexes) throws SQLException {
		long loadId = result.getLong("load_id");
		this.buffer.clear();
		for (int i = 0; i < indexes.length; i++) {
			this.fact.columns().get(i).copy(result, indexes[i], this.buffer);
		}
		this.buffer.int64(loadId);
		return new FactRow(loadId, result.getObject("page_key"), this.buffer.copy());
	}

	private Publication current() {
		if (this.publication == null) {
			throw new IllegalStateException("the reader of " + this.fact.words() + " is used outside of its step");
		}
		return this.publication;
	}

}
