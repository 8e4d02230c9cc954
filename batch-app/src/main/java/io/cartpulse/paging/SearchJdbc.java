package io.cartpulse.paging;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.paging.Page.Total;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs searches: each planned for its own values, and given up after a while.
 */
@Component
public class SearchJdbc {

	private static final int PATIENCE_SECONDS = 10;

	private static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");

	private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-12-31T23:59:59Z");

	private final NamedParameterJdbcTemplate jdbc;

	SearchJdbc(DataSource dataSource) {
		JdbcTemplate template = new Unprepared(dataSource);
		template.setQueryTimeout(PATIENCE_SECONDS);
		this.jdbc = new NamedParameterJdbcTemplate(template);
	}

	/** The rows of a query. */
	public <T> List<T> rows(SearchSql sql, Map<String, ? extends @Nullable Object> parameters, RowMapper<T> mapper) {
		return this.jdbc.query(sql.with(parameters), bounded(parameters), mapper);
	}

	/** What a query of one row gives, which counts up to one more than the bound. */
	public Total total(SearchSql sql, Map<String, ? extends @Nullable Object> parameters) {
		Long counted = this.jdbc.queryForObject(sql.with(parameters), bounded(parameters), Long.class);
		return Total.of((counted != null) ? counted : 0);
	}

	/** PostgreSQL knows fewer moments than Java; nothing happened outside of these. */
	private static Map<String, @Nullable Object> bounded(Map<String, ? extends @Nullable Object> parameters) {
		Map<String, @Nullable Object> bounded = new HashMap<>(parameters);
		bounded.replaceAll((name, value) -> {
			if (value instanceof OffsetDateTime moment) {
				return between(FIRST, moment, LAST);
			}
			return (value instanceof LocalDateTime moment)
					? between(FIRST.toLocalDateTime(), moment, LAST.toLocalDateTime()) : value;
		});
		return bounded;
	}

	private static <T extends Comparable<? super T>> T between(T first, T moment, T last) {
		if (moment.compareTo(first) < 0) {
			return first;
		}
		return (moment.compareTo(last) > 0) ? last : moment;
	}

	/**
	 * Has no statement prepared on the server: its plan for all values would be a bad one
	 * for rare values.
	 */
	private static final class Unprepared extends JdbcTemplate {

		private Unprepared(DataSource dataSource) {
			super(dataSource);
		}

		@Override
		protected void applyStatementSettings(Statement statement) throws SQLException {
			super.applyStatementSettings(statement);
			if (statement.isWrapperFor(PGStatement.class)) {
				statement.unwrap(PGStatement.class).setPrepareThreshold(0);
			}
		}

	}

}
