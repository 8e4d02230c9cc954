package io.cartpulse.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Messages that wait, in etl.alerts. One instance at a time sends to a recipient.
 */
@Component
class AlertOutbox {

	private static final String ADD = SqlFile.read(AlertOutbox.class, "add-alert.sql");

	private static final String LEASE = SqlFile.read(AlertOutbox.class, "lease-recipient.sql");

	private static final String FIND_NEXT = SqlFile.read(AlertOutbox.class, "find-next-alert.sql");

	private static final String NOTE_SENT = SqlFile.read(AlertOutbox.class, "note-sent.sql");

	private static final String NOTE_REFUSED = SqlFile.read(AlertOutbox.class, "note-refused.sql");

	private static final String NOTE_ATTEMPT = SqlFile.read(AlertOutbox.class, "note-attempt.sql");

	private static final String FREE = SqlFile.read(AlertOutbox.class, "free-recipient.sql");

	private static final String COUNT_WAITING = SqlFile.read(AlertOutbox.class, "count-waiting.sql");

	private static final String DROP_OLD = SqlFile.read(AlertOutbox.class, "drop-old-alerts.sql");

	/** Longer than sending can take: whoever holds a recipient after it is gone. */
	private static final Duration LEASE_TIME = Duration.ofMinutes(1);

	private static final Duration KEPT = Duration.ofDays(30);

	private final NamedParameterJdbcTemplate jdbc;

	private final Clock clock;

	AlertOutbox(DataSource dataSource, Clock clock) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.clock = clock;
	}

	void add(String recipient, String text) {
		// PostgreSQL stores no U+0000
		this.jdbc.update(ADD, Map.of("recipient", recipient, "text", text.replace("\0", ""), "now", at(now())));
	}

	/** Takes a free recipient with the message that waits longest for it. */
	Optional<Waiting> take(Set<String> recipients) {
		if (recipients.isEmpty()) {
			return Optional.empty();
		}
		Map<String, Object> parameters = Map.of("recipients", recipients, "now", at(now()), "leasedUntil",
				at(now().plus(LEASE_TIME)));
		return this.jdbc
			.query(LEASE, parameters, (row, number) -> Map.entry(row.getString("recipient"), row.getInt("failures")))
			.stream()
			.findFirst()
			.flatMap((leased) -> next(leased.getKey(), leased.getValue()));
	}

	private Optional<Waiting> next(String recipient, int failures) {
		return this.jdbc
			.query(FIND_NEXT, Map.of("recipient", recipient),
					(row, number) -> new Waiting(row.getLong("alert_id"), recipient, row.getString("text"), failures))
			.stream()
			.findFirst();
	}

	void noteSent(Waiting message, Duration pause) {
		this.jdbc.update(NOTE_SENT, Map.of("alertId", message.id(), "now", at(now())));
		free(message, pause, 0);
	}

	void noteRefused(Waiting message, String refusal, Duration pause) {
		this.jdbc.update(NOTE_REFUSED, Map.of("alertId", message.id(), "refusal", refusal));
		free(message, pause, 0);
	}

	void noteAttempt(Waiting message, Duration pause, int failures) {
		this.jdbc.update(NOTE_ATTEMPT, Map.of("alertId", message.id()));
		free(message, pause, failures);
	}

	private void free(Waiting message, Duration pause, int failures) {
		this.jdbc.update(FREE,
				Map.of("recipient", message.recipient(), "freeAt", at(now().plus(pause)), "failures", failures));
	}

	/** How many messages wait for some recipients. */
	long waiting(Set<String> recipients) {
		if (recipients.isEmpty()) {
			return 0;
		}
		Long waiting = this.jdbc.queryForObject(COUNT_WAITING, Map.of("recipients", recipients), Long.class);
		return (waiting != null) ? waiting : 0;
	}

	void dropOld() {
		this.jdbc.update(DROP_OLD, Map.of("before", at(now().minus(KEPT))));
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A message that is to be sent now.
	 *
	 * @param id its number
	 * @param recipient to whom
	 * @param text what
	 * @param failures how often the channel was down since something last came through
	 */
	record Waiting(long id, String recipient, String text, int failures) {

	}

}
