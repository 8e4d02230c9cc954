package io.cartpulse.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a run did, by Spring Batch's step executions and the ledger.
 */
@Component
class RunFigures {

	private static final String OUTCOMES = SqlFile.read(RunFigures.class, "outcomes.sql");

	private static final String MART_TOTALS = SqlFile.read(RunFigures.class, "mart-totals.sql");

	private static final String RUNNING_STEP = SqlFile.read(RunFigures.class, "running-step.sql");

	private static final String LOADED = "loaded";

	private final NamedParameterJdbcTemplate jdbc;

	RunFigures(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/** The stages that a run went through. */
	List<StageFigures> of(JobExecution run) {
		Map<Stage, List<StepExecution>> steps = new EnumMap<>(Stage.class);
		run.getStepExecutions()
			.forEach((step) -> Stage.of(step.getStepName())
				.ifPresent((stage) -> steps.computeIfAbsent(stage, (first) -> new ArrayList<>()).add(step)));
		List<StageFigures> figures = new ArrayList<>();
		steps.forEach((stage, ofStage) -> figures.add(switch (stage) {
			case RAW -> raw(ofStage);
			case DDS -> dds(ofStage, ledger(run).ended());
			case MART -> mart(ofStage);
		}));
		return figures;
	}

	/** What all steps of a run read and wrote, their workers not counted again. */
	static String totals(JobExecution run) {
		List<StepExecution> steps = run.getStepExecutions()
			.stream()
			.filter((step) -> !step.getStepName().contains(":"))
			.toList();
		return "read %s, written %s".formatted(
				Numbers.whole(steps.stream().mapToLong(StepExecution::getReadCount).sum()),
				Numbers.whole(steps.stream().mapToLong(StepExecution::getWriteCount).sum()));
	}

	/** How far the running job is, empty when none runs. */
	String runningStep() {
		List<String> running = this.jdbc.query(RUNNING_STEP,
				(row, number) -> row.getString("step_name") + words(row.getLong("read_count")));
		return running.isEmpty() ? "" : running.get(0);
	}

	private static String words(long records) {
		return (records > 0) ? ": " + Numbers.whole(records) + " read" : "";
	}

	/** The run's account of every record. */
	Ledger ledger(JobExecution run) {
		Map<String, Long> parameters = Map.of("jobInstanceId", run.getJobInstanceId());
		SortedMap<String, Long> received = new TreeMap<>();
		SortedMap<String, Long> ended = new TreeMap<>();
		this.jdbc.query(OUTCOMES, parameters, (row) -> {
			(row.getString("stage").equals("raw") ? received : ended).put(row.getString("outcome"),
					row.getLong("records"));
		});
		return new Ledger(received, ended,
				this.jdbc.query(MART_TOTALS, parameters, (row, number) -> new Ledger.MartTotal(row.getString("total"),
						row.getBigDecimal("in_dds"), row.getInt("marts"))));
	}

	private static StageFigures raw(List<StepExecution> steps) {
		List<StepExecution> totals = steps.stream().filter((step) -> step.getStepName().equals("load-raw")).toList();
		long read = totals.stream().mapToLong(StepExecution::getReadCount).sum();
		long written = totals.stream().mapToLong(StepExecution::getWriteCount).sum();
		SortedMap<String, Long> aside = new TreeMap<>();
		aside.put("dead letters", read - written);
		return new StageFigures(Stage.RAW, read, written, aside, elapsed(steps));
	}

	private static StageFigures dds(Collection<StepExecution> steps, SortedMap<String, Long> ledger) {
		SortedMap<String, Long> aside = new TreeMap<>(ledger);
		long loaded = Objects.requireNonNullElse(aside.remove(LOADED), 0L);
		long resolved = Objects.requireNonNullElse(aside.remove(Ledger.RESOLVED), 0L);
		long read = loaded + aside.values().stream().mapToLong(Long::longValue).sum();
		if (resolved > 0) {
			aside.put("resolved from earlier runs", resolved);
		}
		return new StageFigures(Stage.DDS, read, loaded, aside, elapsed(steps));
	}

	private static StageFigures mart(Collection<StepExecution> steps) {
		long read = steps.stream().mapToLong(StepExecution::getReadCount).sum();
		long written = steps.stream().mapToLong(StepExecution::getWriteCount).sum();
		return new StageFigures(Stage.MART, read, written, new TreeMap<>(), elapsed(steps));
	}

	private static Duration elapsed(Collection<StepExecution> steps) {
		LocalDateTime start = steps.stream()
			.map(StepExecution::getStartTime)
			.filter(Objects::nonNull)
			.min(LocalDateTime::compareTo)
			.orElse(LocalDateTime.MIN);
		LocalDateTime end = steps.stream()
			.map(StepExecution::getEndTime)
			.filter(Objects::nonNull)
			.max(LocalDateTime::compareTo)
			.orElse(start);
		return Duration.between(start, end);
	}

}
