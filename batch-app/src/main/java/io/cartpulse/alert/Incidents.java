package io.cartpulse.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is wrong at present, in etl.incidents, so that it is told once and not again and
 * again, over all instances.
 */
@Component
class Incidents {

	private static final String REPORT = SqlFile.read(Incidents.class, "report-incident.sql");

	private static final String IS_OPEN = SqlFile.read(Incidents.class, "is-incident-open.sql");

	private static final String CLOSE = SqlFile.read(Incidents.class, "close-incidents.sql");

	private static final String TAKE_REPEATS = SqlFile.read(Incidents.class, "take-repeats.sql");

	private final NamedParameterJdbcTemplate jdbc;

	private final Clock clock;

	Incidents(DataSource dataSource, Clock clock) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.clock = clock;
	}

	/**
	 * Counts that something went wrong.
	 * @param subject what works again as a whole
	 * @param fingerprint what makes two failures of it the same
	 * @param headline one line, for later
	 * @return whether it is the first time
	 */
	boolean report(String subject, String fingerprint, String headline) {
		Long happened = this.jdbc.queryForObject(REPORT,
				Map.of("subject", subject, "fingerprint", fingerprint, "headline", headline, "now", now()), Long.class);
		return happened != null && happened == 1;
	}

	/** Whether something is wrong with a subject. */
	boolean isOpen(String subject) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(IS_OPEN, Map.of("subject", subject), Boolean.class));
	}

	/** Ends all that was wrong with a subject, and says what it was. */
	Optional<Closed> close(String subject) {
		return this.jdbc
			.query(CLOSE, Map.of("subject", subject),
					(row, number) -> new Closed(row.getLong("happened"),
							row.getObject("since", OffsetDateTime.class).toInstant()))
			.stream()
			.findFirst();
	}

	/** Takes what happened again while it was only counted. */
	List<Repeated> takeRepeats(Duration foldedFor) {
		return this.jdbc.query(TAKE_REPEATS, Map.of("toldBefore", now().minus(foldedFor), "now", now()),
				(row, number) -> new Repeated(row.getString("headline"), row.getLong("more"),
						row.getObject("last_told_at", OffsetDateTime.class).toInstant()));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * What was wrong.
	 *
	 * @param happened how often it happened
	 * @param since when it began
	 */
	record Closed(long happened, Instant since) {

	}

	/**
	 * What happened again.
	 *
	 * @param headline one line
	 * @param more how often since it was last told
	 * @param since when that was
	 */
	record Repeated(String headline, long more, Instant since) {

	}

}
