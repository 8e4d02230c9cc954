package io.cartpulse.mart;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Builds aside the marts whose facts, SQL, zone or day have changed. Once the marts of
 * the publication are checked it builds nothing more: some of them may be swapped in
 * already.
 */
final class BuildMarts implements Tasklet {

	/** The tables that most marts start from, in the order in which they are made. */
	static final Map<String, String> RESOLVED_FACTS = resolvedFacts();

	private final ClickHouse clickHouse;

	private final AsideTables aside;

	private final MartStamps stamps;

	private final MartSettings settings;

	BuildMarts(ClickHouse clickHouse, AsideTables aside, MartStamps stamps, MartSettings settings) {
		this.clickHouse = clickHouse;
		this.aside = aside;
		this.stamps = stamps;
		this.settings = settings;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		Publication publication = Publication.of(step);
		if (!publication.isChecked(step)) {
			Set<Mart> outdated = outdated(publication);
			Optional<ChosenDays> days = ChosenDays.of(step.getJobParameters());
			Set<Mart> ofDays = days.isPresent() ? EnumSet.copyOf(Mart.ofDays()) : EnumSet.noneOf(Mart.class);
			ofDays.removeAll(outdated);
			Set<Mart> built = EnumSet.copyOf(outdated);
			built.addAll(ofDays);
			build(built, publication, step);
			days.ifPresent((chosen) -> ofDays.forEach((mart) -> keepOtherDays(mart, chosen)));
			publication.noteBuilt(built, step);
		}
		return RepeatStatus.FINISHED;
	}

	private Set<Mart> outdated(Publication publication) {
		Set<Mart> outdated = EnumSet.noneOf(Mart.class);
		for (Mart mart : Mart.values()) {
			String stamp = this.aside.stampOf(Databases.DATA_MART, mart.table());
			if (mart.reads(publication.changed()) || !this.stamps.isOfSameDefinition(stamp, mart, publication)) {
				outdated.add(mart);
			}
		}
		return outdated;
	}

	private void build(Set<Mart> marts, Publication publication, StepExecution step) {
		Map<String, Object> parameters = Map.of("zone", this.settings.zone().getId(), "asOf",
				publication.asOf().toString());
		if (marts.stream().anyMatch(Mart::readsResolvedFacts)) {
			resolveFacts(parameters, step);
		}
		for (Mart mart : marts) {
			this.aside.make(Databases.DATA_MART, mart.table(), this.stamps.stamp(mart, publication));
			run(mart.sqlFile(), parameters, step);
		}
	}

	private void keepOtherDays(Mart mart, ChosenDays days) {
		Map<String, Object> parameters = new HashMap<>(days.parameters());
		parameters.put("mart", mart.table());
		this.clickHouse.execute(SqlFile.read(BuildMarts.class, "forget-other-days.sql"), parameters);
		this.clickHouse.execute(SqlFile.read(BuildMarts.class, "keep-other-days.sql"), parameters);
	}

	private void resolveFacts(Map<String, Object> parameters, StepExecution step) {
		RESOLVED_FACTS.forEach((table, file) -> {
			this.clickHouse.execute("truncate table " + Databases.WAREHOUSE + "." + table);
			run(file, parameters, step);
		});
	}

	private void run(String file, Map<String, Object> parameters, StepExecution step) {
		long start = System.nanoTime();
		this.clickHouse.execute(SqlFile.read(BuildMarts.class, file), parameters);
		double seconds = (System.nanoTime() - start) / 1e9;
		step.getExecutionContext().putDouble("seconds." + file.replace(".sql", ""), seconds);
	}

	private static Map<String, String> resolvedFacts() {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("resolved_sessions", "resolve-sessions.sql");
		facts.put("resolved_orders", "resolve-orders.sql");
		facts.put("resolved_items", "resolve-items.sql");
		return facts;
	}

}
