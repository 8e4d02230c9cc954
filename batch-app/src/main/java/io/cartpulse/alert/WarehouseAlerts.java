package io.cartpulse.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.observe.PipelineState;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells of the warehouse: limits that are passed and kept again, records that retention
 * took away unread, kinds of quarantined records that were never seen before, marts that
 * are stale. Each is told once, over all instances.
 */
@Component
class WarehouseAlerts {

	private static final String COUNT_DEAD_LETTERS = SqlFile.read(WarehouseAlerts.class,
			"count-recent-dead-letters.sql");

	private static final String MARK_GAPS = SqlFile.read(WarehouseAlerts.class, "mark-retention-gaps.sql");

	private static final String MARK_KINDS = SqlFile.read(WarehouseAlerts.class, "mark-quarantine-kinds.sql");

	private static final String DROP_GAP_MARKS = SqlFile.read(WarehouseAlerts.class, "drop-old-gap-marks.sql");

	private static final Duration GAPS_LOOKED_FOR = Duration.ofDays(7);

	private static final Duration DEAD_LETTERS_COUNTED = Duration.ofDays(1);

	private static final int MOST_KINDS = 20;

	private final Alerts alerts;

	private final Incidents incidents;

	private final NamedParameterJdbcTemplate jdbc;

	private final AlertSettings settings;

	private final Clock clock;

	/** The last quarantined record whose kind was looked at. */
	private final AtomicLong lookedAt = new AtomicLong();

	WarehouseAlerts(Alerts alerts, Incidents incidents, DataSource dataSource, AlertSettings settings, Clock clock) {
		this.alerts = alerts;
		this.incidents = incidents;
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.settings = settings;
		this.clock = clock;
	}

	/** Looks at what was seen last, and at what only PostgreSQL knows. */
	void check(PipelineState state) {
		limit("quarantine", state.openQuarantine(), this.settings.quarantine(), "open records in quarantine");
		if (state.lag() != null) {
			limit("lag", state.waitingInKafka(), this.settings.lag(), "records waiting in Kafka");
		}
		limit("dead-letters", recentDeadLetters(), this.settings.deadLetters(),
				"records of the last 24 hours could not be read");
		stale(state);
		this.alerts.tellOnce(this::gaps);
		this.alerts.tellOnce(this::kinds);
		this.alerts.tellOnce(this::repeats);
		this.jdbc.update(DROP_GAP_MARKS, Map.of("before", ago(GAPS_LOOKED_FOR.multipliedBy(2))));
	}

	private void limit(String name, long count, long limit, String words) {
		condition(name, count >= limit, count * 5 < limit * 4,
				() -> String.format(Locale.ROOT, "%,d %s; the limit is %,d", count, words, limit));
	}

	private void stale(PipelineState state) {
		boolean stale = state.stale().compareTo(this.settings.staleAfter()) >= 0;
		condition("stale-marts", stale, !stale,
				() -> "the marts are stale: something has waited for %s since they were published"
					.formatted(RunText.duration(state.stale())));
	}

	/** Told when it begins, and when it is over; in between lies what is neither. */
	private void condition(String name, boolean wrong, boolean right, Supplier<String> words) {
		String subject = "limit/" + name;
		if (wrong) {
			this.alerts.tellOnce(() -> this.incidents.isOpen(subject) ? List.of() : opened(subject, words.get()));
		}
		else if (right) {
			this.alerts.tellOnce(() -> this.incidents.close(subject)
				.map((closed) -> List.of("🟢 %s is in order again; it was not since %s".formatted(name,
						RunText.TIME.format(closed.since()))))
				.orElse(List.of()));
		}
	}

	private List<String> opened(String subject, String words) {
		return this.incidents.report(subject, "", words) ? List.of("🟡 " + words) : List.of();
	}

	private long recentDeadLetters() {
		Long count = this.jdbc.queryForObject(COUNT_DEAD_LETTERS,
				Map.of("since", ago(DEAD_LETTERS_COUNTED), "most", this.settings.deadLetters()), Long.class);
		return (count != null) ? count : 0;
	}

	private List<String> gaps() {
		return this.jdbc.query(MARK_GAPS, Map.of("noticedSince", ago(GAPS_LOOKED_FOR), "now", ago(Duration.ZERO)), (row,
				number) -> ("🔴 records are lost: offsets %d to %d of partition %d of topic %s were deleted by its"
						+ " retention before they were read")
					.formatted(row.getLong("from_offset"), row.getLong("to_offset") - 1, row.getInt("kafka_partition"),
							row.getString("topic")));
	}

	private List<String> kinds() {
		List<String> kinds = new ArrayList<>();
		AtomicLong last = new AtomicLong(this.lookedAt.get());
		this.jdbc.query(MARK_KINDS, Map.of("afterId", this.lookedAt.get(), "now", ago(Duration.ZERO)), (row) -> {
			last.accumulateAndGet(row.getLong("last_id"), Math::max);
			if (row.getBoolean("is_new")) {
				kinds.add(String.format(Locale.ROOT, "%s %s of %s (%,d)", row.getString("reason"),
						row.getString("field"), row.getString("record_type"), row.getLong("records")));
			}
		});
		this.lookedAt.set(last.get());
		if (kinds.isEmpty()) {
			return List.of();
		}
		String more = (kinds.size() > MOST_KINDS) ? "\nand %d more".formatted(kinds.size() - MOST_KINDS) : "";
		return List.of("🟡 new kinds of records in quarantine:\n"
				+ String.join("\n", kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) + more);
	}

	private List<String> repeats() {
		return this.incidents.takeRepeats(this.settings.foldFor())
			.stream()
			.map((repeated) -> String.format(Locale.ROOT, "🔴 %s: %,d more times since %s", repeated.headline(),
					repeated.more(), RunText.TIME.format(repeated.since())))
			.toList();
	}

	private OffsetDateTime ago(Duration time) {
		Instant moment = this.clock.instant().minus(time);
		return moment.atOffset(ZoneOffset.UTC);
	}

}
