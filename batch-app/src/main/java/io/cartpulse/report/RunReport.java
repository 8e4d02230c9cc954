package io.cartpulse.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.cartpulse.terminal.Terminal;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.stereotype.Component;

/**
 * Prints what runs did and what the store earned.
 */
@Component
public class RunReport {

	private static final String OURS = "io.cartpulse.";

	/** Causes can go in a circle. */
	private static final int MOST_CAUSES = 20;

	private final RunFigures runs;

	private final ClickHouseFigures marts;

	RunReport(RunFigures runs, ClickHouseFigures marts) {
		this.runs = runs;
		this.marts = marts;
	}

	/** Prints what each run did, stage by stage. */
	public void printRuns(List<JobExecution> executions, Terminal terminal) {
		ReportText text = new ReportText(terminal.unicode());
		for (JobExecution run : executions) {
			terminal.print("");
			terminal.print(
					"%s, execution %d: %s".formatted(run.getJobInstance().getJobName(), run.getId(), run.getStatus()));
			List<StageFigures> stages = this.runs.of(run);
			if (!stages.isEmpty()) {
				text.stages(stages).forEach(terminal::print);
			}
			printLedger(run, terminal);
		}
	}

	private void printLedger(JobExecution run, Terminal terminal) {
		List<String> lines = this.runs.ledger(run).lines();
		if (!lines.isEmpty()) {
			terminal.print("");
			terminal.print("  ledger");
			lines.forEach((line) -> terminal.print("  " + line));
		}
	}

	/** Prints the size of the marts and the store's first figures. */
	public void printStore(Terminal terminal) {
		ReportText text = new ReportText(terminal.unicode());
		StoreFigures store = this.marts.look();
		terminal.print("");
		text.marts(store.martRows()).forEach(terminal::print);
		terminal.print("");
		terminal.print("The store");
		text.store(store).forEach(terminal::print);
	}

	/** What a run brought, in one line. */
	public String inOneLine(JobExecution run) {
		StoreFigures store = this.marts.look();
		long records = this.runs.of(run)
			.stream()
			.filter((stage) -> stage.stage() == Stage.RAW)
			.mapToLong(StageFigures::in)
			.sum();
		return "%s new messages are in the marts: revenue %s, %s orders, %s sessions".formatted(Numbers.whole(records),
				Numbers.money(store.revenue()), Numbers.whole(store.orders()), Numbers.whole(store.sessions()));
	}

	/** What a run did, in lines: its stages, or what its steps read and wrote. */
	public List<String> inLines(JobExecution run) {
		List<StageFigures> stages = this.runs.of(run);
		return stages.isEmpty() ? List.of(RunFigures.totals(run)) : stages.stream().map(StageFigures::line).toList();
	}

	/** How far the running job is. */
	public String runningStep() {
		return this.runs.runningStep();
	}

	/** Why a run failed, in words of ours if there are any. */
	public static String reason(JobExecution run) {
		List<String> reasons = run.getAllFailureExceptions()
			.stream()
			.sorted(Comparator.comparing((failure) -> ownWords(failure).isEmpty()))
			.map(RunReport::reason)
			.toList();
		return reasons.isEmpty() ? run.getExitStatus().getExitCode() : reasons.get(0);
	}

	/** What to say of a failure: what this program said of it, else its first cause. */
	public static String reason(Throwable failure) {
		return ownWords(failure).orElseGet(() -> {
			Throwable first = causes(failure).reduce(failure, (outer, inner) -> inner);
			String message = first.getMessage();
			return (message != null && !message.isBlank()) ? message.strip() : first.getClass().getSimpleName();
		});
	}

	private static Optional<String> ownWords(Throwable failure) {
		return causes(failure).filter((cause) -> cause.getClass().getName().startsWith(OURS))
			.map(Throwable::getMessage)
			.filter((message) -> message != null && !message.isBlank())
			.findFirst();
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
	}

}
