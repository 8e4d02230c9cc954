package io.cartpulse.mart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import com.clickhouse.client.api.query.GenericRecord;
import io.cartpulse.batch.SqlFile;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Compares the totals of the marts with those of DDS, day by day, before a mart is
 * swapped in. One difference fails the run.
 */
final class CheckTotals implements Tasklet {

	private static final String RECONCILE = SqlFile.read(CheckTotals.class, "reconcile-mart.sql");

	private static final int DIFFERENCES_TOLD = 10;

	private final NamedParameterJdbcTemplate postgres;

	private final ClickHouse clickHouse;

	private final MartSettings settings;

	CheckTotals(DataSource postgres, ClickHouse clickHouse, MartSettings settings) {
		this.postgres = new NamedParameterJdbcTemplate(postgres);
		this.clickHouse = clickHouse;
		this.settings = settings;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		Publication publication = Publication.of(step);
		if (!publication.isChecked(step)) {
			Set<Mart> built = publication.built(step);
			if (!built.isEmpty()) {
				check(built, step.getJobExecution().getJobInstanceId());
			}
			publication.noteChecked(step);
		}
		return RepeatStatus.FINISHED;
	}

	private void check(Set<Mart> built, long jobInstanceId) {
		List<String> differences = new ArrayList<>();
		for (Total total : Total.values()) {
			Map<LocalDate, BigDecimal> inDds = totalsOfDds(total);
			Map<String, Map<LocalDate, BigDecimal>> inMarts = totalsOfMarts(total, built);
			for (Mart mart : total.marts()) {
				Map<LocalDate, BigDecimal> inMart = inMarts.getOrDefault(mart.table(), Map.of());
				differences.addAll(differences(total, mart, inDds, inMart));
				note(jobInstanceId, total, mart, inDds, inMart);
			}
		}
		if (!differences.isEmpty()) {
			int told = Math.min(differences.size(), DIFFERENCES_TOLD);
			throw new TotalsDisagreeException(differences.size() + " totals of the marts disagree with DDS: "
					+ String.join("; ", differences.subList(0, told)) + ((told < differences.size()) ? "; ..." : "")
					+ ". The previous marts stay; to carry all facts over again run dds-to-clickhouse mode=full");
		}
	}

	private static List<String> differences(Total total, Mart mart, Map<LocalDate, BigDecimal> inDds,
			Map<LocalDate, BigDecimal> inMart) {
		List<String> differences = new ArrayList<>();
		for (LocalDate day : days(inDds, inMart)) {
			BigDecimal expected = inDds.getOrDefault(day, BigDecimal.ZERO);
			BigDecimal found = inMart.getOrDefault(day, BigDecimal.ZERO);
			if (expected.compareTo(found) != 0) {
				differences.add(total.words() + " of " + day + " is " + expected.toPlainString() + " in DDS and "
						+ found.toPlainString() + " in " + mart.table());
			}
		}
		return differences;
	}

	private static Set<LocalDate> days(Map<LocalDate, BigDecimal> inDds, Map<LocalDate, BigDecimal> inMart) {
		Set<LocalDate> days = new TreeSet<>(inDds.keySet());
		days.addAll(inMart.keySet());
		return days;
	}

	private void note(long jobInstanceId, Total total, Mart mart, Map<LocalDate, BigDecimal> inDds,
			Map<LocalDate, BigDecimal> inMart) {
		this.postgres.update(RECONCILE, Map.of("jobInstanceId", jobInstanceId, "total", total.words(), "mart",
				mart.table(), "days", days(inDds, inMart).size(), "inDds", sum(inDds), "inMart", sum(inMart)));
	}

	private static BigDecimal sum(Map<LocalDate, BigDecimal> figures) {
		return figures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private Map<LocalDate, BigDecimal> totalsOfDds(Total total) {
		Map<LocalDate, BigDecimal> totals = new HashMap<>();
		this.postgres.query(total.sqlInDds(), Map.of("zone", this.settings.zone().getId()), (row) -> {
			totals.put(row.getObject("event_date", LocalDate.class), row.getBigDecimal("figure"));
		});
		return totals;
	}

	private Map<String, Map<LocalDate, BigDecimal>> totalsOfMarts(Total total, Set<Mart> built) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("zone", this.settings.zone().getId());
		for (Mart mart : total.marts()) {
			parameters.put(mart.table(), built.contains(mart) ? Databases.ASIDE : Databases.DATA_MART);
		}
		Map<String, Map<LocalDate, BigDecimal>> totals = new HashMap<>();
		for (GenericRecord row : this.clickHouse.query(total.sqlInMarts(), parameters)) {
			totals.computeIfAbsent(row.getString("mart"), (mart) -> new HashMap<>())
				.put(row.getLocalDate("event_date"), row.getBigDecimal("figure"));
		}
		return totals;
	}

}
