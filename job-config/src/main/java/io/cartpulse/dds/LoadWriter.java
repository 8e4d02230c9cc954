package io.cartpulse.dds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.cartpulse.batch.ChunkRetry;
import io.cartpulse.batch.CopyText;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.SqlFile;
import io.cartpulse.source.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes a chunk of one subject: refused rows into quarantine; accepted rows by COPY into
 * a staging table, then by the subject's statements into DDS and the ledger. All of it
 * belongs to the chunk's transaction.
 */
final class LoadWriter implements ItemWriter<ReadRow>, StepExecutionListener {

	/** Chunks written anew after a deadlock or a serialization failure. */
	static final String REPEATS = "dds.repeats";

	private static final String KNOWN_ORDERS = SqlFile.read(LoadWriter.class, "find-known-orders.sql");

	private static final String MOVE_POSITION = SqlFile.read(LoadWriter.class, "move-position.sql");

	private static final String LOCK_OPEN = SqlFile.read(LoadWriter.class, "lock-open.sql");

	private static final String RESOLVE = SqlFile.read(LoadWriter.class, "resolve-quarantined.sql");

	private static final String COUNT_REPAIRS = SqlFile.read(LoadWriter.class, "count-repairs.sql");

	private final NamedParameterJdbcOperations jdbc;

	private final LayerLocks locks;

	private final RefusalWriter refusalWriter;

	private final InferredMembers inferredMembers;

	private final ChunkRetry chunkRetry;

	private final Subject subject;

	private final boolean retry;

	private final String stage;

	private final List<String> statements;

	private final CopyText copy = new CopyText();

	private LoadContext run = new LoadContext(0, 0);

	private @Nullable StepExecution step;

	/** Rows of the chunk that went into quarantine. */
	private int refused;

	/**
	 * Makes a writer.
	 * @param dataSource PostgreSQL, of the chunks' transaction manager
	 * @param locks tells whether the run still holds DDS
	 * @param chunkRetry repeats a chunk that lost a deadlock
	 * @param subject what the rows are about
	 * @param retry whether the rows come from quarantine, not from the run's ranges
	 */
	LoadWriter(DataSource dataSource, LayerLocks locks, ChunkRetry chunkRetry, Subject subject, boolean retry) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.refusalWriter = new RefusalWriter(this.jdbc);
		this.inferredMembers = new InferredMembers(this.jdbc);
		this.locks = locks;
		this.chunkRetry = chunkRetry;
		this.subject = subject;
		this.retry = retry;
		this.stage = SqlFile.read(LoadWriter.class, subject.stageFile());
		this.statements = subject.statements().stream().map((name) -> SqlFile.read(LoadWriter.class, name)).toList();
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.step = step;
		this.run = LoadContext.of(step);
	}

	@Override
	public void write(Chunk<? extends ReadRow> chunk) {
		int repeats = this.chunkRetry.run(() -> writeOnce(chunk.getItems()));
		if (this.step != null) {
			this.step.setProcessSkipCount(this.step.getProcessSkipCount() + this.refused);
			ExecutionContext context = this.step.getExecutionContext();
			context.putLong(REPEATS, context.getLong(REPEATS, 0) + repeats);
		}
	}

	private void writeOnce(List<? extends ReadRow> rows) {
		this.locks.requireHeld(this.run.loadId());
		List<Refusal> refusals = new ArrayList<>();
		List<AcceptedRow> accepted = new ArrayList<>(rows.size());
		for (ReadRow read : this.retry ? stillAsRead(rows) : rows) {
			if (read.reading() instanceof Reading.Valid valid) {
				accepted.add(new AcceptedRow(read.row(), valid.record()));
			}
			else if (read.reading() instanceof Reading.Refused refused) {
				refusals.add(Refusal.of(read.row(), refused));
			}
		}
		if (this.subject.belongsToOrder()) {
			setOrphansAside(accepted, refusals);
		}
		this.refused = refusals.size();
		this.refusalWriter.write(refusals, this.run, this.retry);
		if (!accepted.isEmpty()) {
			load(accepted);
		}
		if (!this.retry) {
			movePositions(rows);
		}
	}

	/** Rows come in the order of their offsets, so the last one of a partition counts. */
	private void movePositions(List<? extends ReadRow> rows) {
		Map<String, MapSqlParameterSource> positions = new LinkedHashMap<>();
		for (ReadRow read : rows) {
			Origin origin = read.row().origin();
			positions.put(origin.sourceId() + "/" + origin.partition(),
					new MapSqlParameterSource().addValue("jobInstanceId", this.run.jobInstanceId())
						.addValue("recordType", this.subject.type().wireName())
						.addValue("sourceId", origin.sourceId())
						.addValue("partition", origin.partition())
						.addValue("nextOffset", origin.offset() + 1));
		}
		this.jdbc.batchUpdate(MOVE_POSITION, positions.values().toArray(MapSqlParameterSource[]::new));
	}

	/** An operator may have edited or discarded a record since it was read. */
	private List<? extends ReadRow> stillAsRead(List<? extends ReadRow> rows) {
		List<Origin> origins = rows.stream().map((read) -> read.row().origin()).toList();
		Map<String, Object> parameters = new HashMap<>(Origin.parameters(origins));
		parameters.put("edits", rows.stream().map((read) -> read.row().edits()).toArray(Integer[]::new));
		Set<Origin> open = new HashSet<>(
				this.jdbc.query(LOCK_OPEN, parameters, (row, number) -> new Origin(row.getLong("source_id"),
						row.getInt("kafka_partition"), row.getLong("kafka_offset"))));
		return rows.stream().filter((read) -> open.contains(read.row().origin())).toList();
	}

	private void setOrphansAside(List<AcceptedRow> accepted, List<Refusal> refusals) {
		String[] orderIds = accepted.stream()
			.map((row) -> String.valueOf(row.record().value("order_id")))
			.distinct()
			.toArray(String[]::new);
		Set<UUID> known = new HashSet<>(this.jdbc.queryForList(KNOWN_ORDERS, Map.of("orderIds", orderIds), UUID.class));
		accepted.removeIf((row) -> {
			boolean orphan = !known.contains(row.record().value("order_id"));
			if (orphan) {
				refusals.add(Refusal.orphan(row));
			}
			return orphan;
		});
	}

	private void load(List<AcceptedRow> accepted) {
		stage(accepted);
		this.inferredMembers.insert(accepted, this.run);
		Map<String, Object> parameters = new HashMap<>(this.run.parameters());
		parameters.put("retry", this.retry);
		this.statements.forEach((statement) -> this.jdbc.update(statement, parameters));
		countRepairs(accepted);
		if (this.retry) {
			resolve(accepted);
		}
	}

	private void stage(List<AcceptedRow> accepted) {
		this.jdbc.getJdbcOperations().execute(this.stage);
		for (AcceptedRow row : accepted) {
			for (StagedColumn column : this.subject.columns()) {
				column.source().addTo(row, this.copy);
			}
			this.copy.endRow();
		}
		this.jdbc.getJdbcOperations()
			.execute((ConnectionCallback<Long>) (connection) -> this.copy.copyInto(connection,
					this.subject.copyStatement()));
	}

	private void countRepairs(List<AcceptedRow> accepted) {
		Map<Repair, Long> counts = accepted.stream()
			.flatMap((row) -> row.record().repairs().stream().map((field) -> new Repair(row.row().kafkaDate(), field)))
			.collect(Collectors.groupingBy((repair) -> repair, Collectors.counting()));
		counts.forEach((repair, records) -> this.jdbc.update(COUNT_REPAIRS,
				Map.of("jobInstanceId", this.run.jobInstanceId(), "recordType", this.subject.type().wireName(),
						"kafkaDate", repair.kafkaDate(), "field", repair.field(), "records", records)));
	}

	private void resolve(List<AcceptedRow> accepted) {
		List<Origin> origins = accepted.stream().map((row) -> row.row().origin()).toList();
		this.jdbc.update(RESOLVE, Origin.parameters(origins));
	}

	private record Repair(LocalDate kafkaDate, String field) {

	}

}
