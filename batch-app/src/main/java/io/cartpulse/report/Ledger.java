package io.cartpulse.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A run's account of every record: what it received, how that ended, and what the marts
 * say. A run whose account does not balance has failed; so a line here balances.
 *
 * @param received outcomes of the first stage
 * @param ended outcomes of the second stage
 * @param marts totals that DDS and marts agree on
 */
record Ledger(SortedMap<String, Long> received, SortedMap<String, Long> ended, List<MartTotal> marts) {

	/** Records of earlier runs: they are not among those that this run read. */
	static final String RESOLVED = "resolved";

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		if (!this.received.isEmpty()) {
			lines.add("Kafka → RAW       %s offsets passed = %s rows + %s dead letters + %s gaps".formatted(
					Numbers.whole(sum(this.received)), of(this.received, "received"), of(this.received, "dead_letter"),
					of(this.received, "gap")));
		}
		if (!this.ended.isEmpty()) {
			lines.add("RAW → DDS         %s rows read = %s loaded + %s duplicate + %s superseded + %s quarantined%s"
				.formatted(Numbers.whole(sum(this.ended) - this.ended.getOrDefault(RESOLVED, 0L)),
						of(this.ended, "loaded"), of(this.ended, "duplicate"), of(this.ended, "superseded"),
						of(this.ended, "quarantined"), resolved()));
		}
		for (MartTotal total : this.marts) {
			lines.add("DDS → ClickHouse  %s %s in DDS = in %d marts, day by day".formatted(total.name(),
					Numbers.plain(total.inDds()), total.marts()));
		}
		return lines;
	}

	private String resolved() {
		return this.ended.containsKey(RESOLVED) ? "; %s resolved from earlier runs".formatted(of(this.ended, RESOLVED))
				: "";
	}

	private static String of(Map<String, Long> outcomes, String outcome) {
		return Numbers.whole(outcomes.getOrDefault(outcome, 0L));
	}

	private static long sum(Map<String, Long> outcomes) {
		return outcomes.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * A total that DDS and marts agree on.
	 *
	 * @param name what it is of
	 * @param inDds how much it is, over all days
	 * @param marts how many marts give it back
	 */
	record MartTotal(String name, BigDecimal inDds, int marts) {

	}

}
