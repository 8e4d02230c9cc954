package io.cartpulse.enrichment.book;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

import io.cartpulse.enrichment.store.SqlFile;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The list in etl.enrichment_pending. Its writes join the caller's transaction.
 */
public final class PendingTable implements PendingBook {

	private static final String WANT = SqlFile.read(PendingTable.class, "want-values.sql");

	private static final String FAILED = SqlFile.read(PendingTable.class, "note-failed-value.sql");

	private static final String WAIT = SqlFile.read(PendingTable.class, "find-wait.sql");

	private static final String DONE = SqlFile.read(PendingTable.class, "strike-values.sql");

	private static final String COUNT = SqlFile.read(PendingTable.class, "count-pending.sql");

	private final NamedParameterJdbcTemplate jdbc;

	/**
	 * The list.
	 */
	public PendingTable(NamedParameterJdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void want(String subject, Collection<String> keys, Instant now) {
		this.jdbc.getJdbcOperations().update(WANT, subject, now.atOffset(ZoneOffset.UTC), keys.toArray(String[]::new));
	}

	@Override
	public Instant failed(String subject, String key, String category, Instant now) {
		Map<String, Object> parameters = Map.of("subject", subject, "key", key, "now", now.atOffset(ZoneOffset.UTC),
				"category", category);
		return Objects.requireNonNull(this.jdbc.queryForObject(FAILED, parameters, OffsetDateTime.class)).toInstant();
	}

	@Override
	public @Nullable Instant waitsUntil(String subject, String key, Instant now) {
		return this.jdbc.queryForList(WAIT, parameters(subject, key, now), OffsetDateTime.class)
			.stream()
			.findFirst()
			.map(OffsetDateTime::toInstant)
			.orElse(null);
	}

	@Override
	public void done(String subject, Collection<String> keys) {
		this.jdbc.getJdbcOperations().update(DONE, keys.toArray(String[]::new), subject);
	}

	@Override
	public long count(String subject) {
		return Objects.requireNonNull(this.jdbc.getJdbcOperations().queryForObject(COUNT, Long.class, subject));
	}

	private static Map<String, Object> parameters(String subject, String key, Instant now) {
		return Map.of("subject", subject, "key", key, "now", now.atOffset(ZoneOffset.UTC));
	}

}
