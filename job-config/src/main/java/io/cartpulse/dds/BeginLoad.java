package io.cartpulse.dds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.batch.StepRows;
import io.cartpulse.source.RecordType;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Fixes, once for a job instance, what the run reads: the RAW ranges, and for a rebuild
 * empty tables. What runs that never completed have left is this run's: what they read
 * with how it ended, and what is yet to be derived. Each execution notes itself as a
 * load; so this step runs at a restart too.
 */
final class BeginLoad implements Tasklet {

	private static final String BEGIN = SqlFile.read(BeginLoad.class, "begin-load.sql");

	private static final String FIND_DIGEST = SqlFile.read(BeginLoad.class, "find-settings-digest.sql");

	private static final String KEEP_DIGEST = SqlFile.read(BeginLoad.class, "keep-settings-digest.sql");

	private static final List<String> ADOPT = files("adopt-touched.sql", "adopt-loads.sql");

	private static final List<String> ADOPT_WITH_RANGES = files("adopt-touched.sql", "adopt-ledger.sql",
			"adopt-repairs.sql", "forget-ranges.sql", "adopt-positions.sql", "adopt-loads.sql");

	/** Then nothing is left of the tables, nor to be taken over but the loads. */
	private static final List<String> EMPTY = files("forget-ledger.sql", "forget-ranges.sql", "empty-dds.sql",
			"adopt-loads.sql");

	private static final String FIX_RANGES = SqlFile.read(BeginLoad.class, "fix-ranges.sql");

	private static final String COUNT_RANGES = SqlFile.read(BeginLoad.class, "count-ranges.sql");

	/** Says in the step's context that the ranges are fixed. */
	private static final String BEGUN = "load.begun";

	private final NamedParameterJdbcTemplate jdbc;

	private final DdsSettings settings;

	private final boolean readsRaw;

	/**
	 * Makes the tasklet.
	 * @param dataSource PostgreSQL
	 * @param settings how RAW is read
	 * @param readsRaw whether the run reads RAW ranges, or the quarantine only
	 */
	BeginLoad(DataSource dataSource, DdsSettings settings, boolean readsRaw) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.settings = settings;
		this.readsRaw = readsRaw;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		LoadMode mode = LoadMode.of(step.getJobParameters().getString("mode"));
		Map<String, Object> parameters = new HashMap<>(LoadContext.of(step).parameters());
		parameters.put("rebuild", mode == LoadMode.REBUILD);
		parameters.put("digest", this.settings.digest());
		if (!step.getJobExecution().getExecutionContext().containsKey(BEGUN)) {
			begin(mode, parameters);
			countRanges(step.getJobExecution().getExecutionContext(), parameters);
			step.getJobExecution().getExecutionContext().put(BEGUN, true);
		}
		this.jdbc.update(BEGIN, parameters);
		return RepeatStatus.FINISHED;
	}

	private void begin(LoadMode mode, Map<String, Object> parameters) {
		if (mode == LoadMode.REBUILD) {
			update(EMPTY, parameters);
		}
		else {
			requireSameSettings(parameters);
			update(this.readsRaw ? ADOPT_WITH_RANGES : ADOPT, parameters);
		}
		this.jdbc.update(KEEP_DIGEST, parameters);
		if (this.readsRaw) {
			this.jdbc.update(FIX_RANGES, parameters);
		}
	}

	private void update(List<String> statements, Map<String, Object> parameters) {
		statements.forEach((statement) -> this.jdbc.update(statement, parameters));
	}

	private static List<String> files(String... names) {
		return Stream.of(names).map((name) -> SqlFile.read(BeginLoad.class, name)).toList();
	}

	private void countRanges(ExecutionContext job, Map<String, Object> parameters) {
		this.jdbc.query(COUNT_RANGES, parameters, (row) -> {
			RecordType type = RecordType.valueOf(row.getString("record_type"));
			StepRows.put(job, "load-" + Subject.of(type, this.settings).name(), row.getLong("records"));
		});
	}

	private void requireSameSettings(Map<String, Object> parameters) {
		List<String> kept = this.jdbc.queryForList(FIND_DIGEST, parameters, String.class);
		if (!kept.isEmpty() && !kept.get(0).equals(parameters.get("digest"))) {
			throw new IllegalStateException("a reading setting (cartpulse.dds.*) has changed since DDS was made; "
					+ "set it back, or make DDS anew: run raw-to-dds mode=rebuild");
		}
	}

}
