package io.cartpulse.enrichment.book;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.store.SqlFile;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The failures in etl.enrichment_failures. Its writes join the caller's transaction.
 */
public final class FailureTable implements FailureBook {

	private static final String NOTE = SqlFile.read(FailureTable.class, "note-failure.sql");

	private static final String FIND = SqlFile.read(FailureTable.class, "find-failure.sql");

	private final NamedParameterJdbcTemplate jdbc;

	/**
	 * The failures.
	 */
	public FailureTable(NamedParameterJdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void note(String provider, ProviderStatus.Failure failure) {
		this.jdbc.update(NOTE, Map.of("provider", provider, "category", failure.category(), "message",
				failure.message(), "failedAt", failure.at().atOffset(ZoneOffset.UTC)));
	}

	@Override
	public ProviderStatus.@Nullable Failure last(String provider) {
		return this.jdbc.getJdbcOperations()
			.query(FIND,
					(row, number) -> new ProviderStatus.Failure(row.getString("category"), row.getString("message"),
							row.getObject("failed_at", OffsetDateTime.class).toInstant()),
					provider)
			.stream()
			.findFirst()
			.orElse(null);
	}

}
