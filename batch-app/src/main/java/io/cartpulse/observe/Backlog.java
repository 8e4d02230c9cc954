package io.cartpulse.observe;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts what waits in PostgreSQL, and what was set aside there.
 */
@Component
public class Backlog {

	private static final String COUNT_WAITING = SqlFile.read(Backlog.class, "count-waiting.sql");

	private static final String COUNT_QUARANTINE = SqlFile.read(Backlog.class, "count-quarantine.sql");

	private static final String COUNT_DEAD_LETTERS = SqlFile.read(Backlog.class, "count-dead-letters.sql");

	private static final int PATIENCE_SECONDS = 10;

	private final JdbcTemplate jdbc;

	Backlog(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.jdbc.setQueryTimeout(PATIENCE_SECONDS);
	}

	/** What waits before DDS and before the marts. */
	public Waiting waiting() {
		return this.jdbc
			.query(COUNT_WAITING,
					(row, number) -> new Waiting(row.getLong("unread_rows"), row.getLong("unpublished_records"),
							instant(row.getObject("published_at", OffsetDateTime.class))))
			.get(0);
	}

	/** Open records in quarantine, by reason. */
	public SortedMap<String, Long> quarantine() {
		SortedMap<String, Long> open = new TreeMap<>();
		this.jdbc.query(COUNT_QUARANTINE, (row) -> {
			open.put(row.getString("reason"), row.getLong("records"));
		});
		return open;
	}

	/** Records that could not be read, since the beginning. */
	public long deadLetters() {
		Long counted = this.jdbc.queryForObject(COUNT_DEAD_LETTERS, Long.class);
		return (counted != null) ? counted : 0;
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * What waits.
	 *
	 * @param unreadRows RAW rows that raw-to-dds has not read
	 * @param unpublishedRecords accepted records that the marts do not have
	 * @param publishedAt when the marts were last published; before the first time, when
	 * the topic was first read; nothing before that
	 */
	public record Waiting(long unreadRows, long unpublishedRecords, @Nullable Instant publishedAt) {

	}

}
