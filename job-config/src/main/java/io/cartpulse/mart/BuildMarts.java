package io.cartpulse.mart;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Builds aside the marts whose facts, SQL, zone or day have changed; of those that
 * reference data alone has changed, its days. Once the marts of the publication are
 * checked it builds nothing more: some of them may be swapped in already.
 */
final class BuildMarts implements Tasklet {

	/** Which days changed reference data touches, by the marts that read it. */
	private static final Map<Mart, String> DAYS_OF_REFERENCE_DATA = Map.of(Mart.WEATHER_IMPACT,
			"find-days-of-weather-impact.sql", Mart.REVENUE_BY_CURRENCY, "find-days-of-revenue-by-currency.sql");

	private static final String KEEP_OTHER_DAYS = SqlFile.read(BuildMarts.class, "keep-other-days.sql");

	private static final String FORGET_OTHER_DAYS = SqlFile.read(BuildMarts.class, "forget-other-days.sql");

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
			Set<Mart> inStep = inStep(publication);
			Set<Mart> built = outdated(publication, inStep);
			Optional<ChosenDays> chosen = ChosenDays.of(step.getJobParameters());
			Set<Mart> ofDays = chosen.isPresent() ? EnumSet.copyOf(Mart.ofDays()) : EnumSet.noneOf(Mart.class);
			ofDays.removeAll(built);
			built.addAll(ofDays);
			build(built, inStep, publication, step);
			chosen.ifPresent((days) -> ofDays.forEach((mart) -> keepOtherDays(mart, days.days())));
			publication.noteBuilt(built, step);
		}
		return RepeatStatus.FINISHED;
	}

	/** The marts in use that were built as they would be now. */
	private Set<Mart> inStep(Publication publication) {
		Map<String, String> inUse = this.aside.stampsOf(Databases.DATA_MART);
		Set<Mart> inStep = EnumSet.allOf(Mart.class);
		inStep.removeIf(
				(mart) -> !this.stamps.isOfSameDefinition(inUse.getOrDefault(mart.table(), ""), mart, publication));
		return inStep;
	}

	private static Set<Mart> outdated(Publication publication, Set<Mart> inStep) {
		Set<Mart> outdated = EnumSet.allOf(Mart.class);
		outdated.removeIf((mart) -> inStep.contains(mart) && !mart.reads(publication.changed()));
		return outdated;
	}

	private void build(Set<Mart> marts, Set<Mart> inStep, Publication publication, StepExecution step) {
		Map<String, Object> parameters = Map.of("zone", this.settings.zone().getId(), "asOf",
				publication.asOf().toString());
		if (marts.stream().anyMatch(Mart::readsResolvedFacts)) {
			resolveFacts(parameters, step);
		}
		for (Mart mart : marts) {
			boolean everyDay = !inStep.contains(mart) || !isOfSomeDays(mart, publication);
			this.aside.make(Databases.DATA_MART, mart.table(), this.stamps.stamp(mart, publication));
			List<LocalDate> days = everyDay ? List.of() : changedDays(mart, publication);
			Map<String, Object> all = new HashMap<>(parameters);
			all.put("everyDay", everyDay);
			all.put("days", array(days));
			run(mart.sqlFile(), all, step);
			if (!everyDay) {
				this.clickHouse.execute(KEEP_OTHER_DAYS, Map.of("mart", mart.table(), "days", array(days)));
			}
		}
	}

	/**
	 * Whether reference data of some days is all that has changed of what a mart reads.
	 */
	private boolean isOfSomeDays(Mart mart, Publication publication) {
		return !publication.full() && DAYS_OF_REFERENCE_DATA.containsKey(mart) && mart.reads(publication.changed())
				&& mart.readsChangedReferenceDataOnly(publication.changed());
	}

	private List<LocalDate> changedDays(Mart mart, Publication publication) {
		return this.clickHouse
			.query(SqlFile.read(BuildMarts.class, DAYS_OF_REFERENCE_DATA.get(mart)),
					Map.of("firstLoad", publication.firstLoad()))
			.stream()
			.map((row) -> row.getLocalDate("event_date"))
			.toList();
	}

	private void keepOtherDays(Mart mart, List<LocalDate> days) {
		Map<String, Object> parameters = Map.of("mart", mart.table(), "days", array(days));
		this.clickHouse.execute(FORGET_OTHER_DAYS, parameters);
		this.clickHouse.execute(KEEP_OTHER_DAYS, parameters);
	}

	/** As ClickHouse reads an array. */
	private static String array(List<LocalDate> days) {
		return days.stream().map((day) -> "'" + day + "'").collect(Collectors.joining(",", "[", "]"));
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
