package io.cartpulse.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.paging.Cursor;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The audit, in etl.audit.
 */
@Component
public class AuditLog {

	private static final Logger logger = LoggerFactory.getLogger(AuditLog.class);

	private static final String NOTE = SqlFile.read(AuditLog.class, "note-action.sql");

	private static final SearchSql FIND = SearchSql.read(AuditLog.class, "find-actions.sql");

	private static final SearchSql COUNT = SearchSql.read(AuditLog.class, "count-actions.sql");

	/** What is longer comes from nobody who means well. */
	private static final int LONGEST_TEXT = 1000;

	private final NamedParameterJdbcTemplate jdbc;

	private final SearchJdbc search;

	AuditLog(DataSource dataSource, SearchJdbc search) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.search = search;
	}

	/**
	 * Does something and notes it, also when it is refused or fails.
	 * @param caller who asks for it
	 * @param action what
	 * @param target to what
	 * @param detail more for people
	 * @param work does it
	 * @return what the work gives
	 */
	public <T> T audited(Caller caller, String action, String target, String detail, Supplier<T> work) {
		return audited(caller, action, target, detail, (result) -> AuditEntry.DONE, work);
	}

	/**
	 * The same for work whose result tells what came of it.
	 * @param outcome tells that, in a word
	 */
	public <T> T audited(Caller caller, String action, String target, String detail, Function<T, String> outcome,
			Supplier<T> work) {
		try {
			T result = work.get();
			note(caller, action, target, outcome.apply(result), detail);
			return result;
		}
		catch (ProblemException ex) {
			note(caller, action, target, ex.code().code(), detail);
			throw ex;
		}
		catch (RuntimeException ex) {
			note(caller, action, target, "failed", detail);
			throw ex;
		}
	}

	/**
	 * Notes what has happened. It has happened whether or not it can be noted: so a
	 * database that is away is only told to the log.
	 */
	public void note(Caller caller, String action, String target, String outcome, String detail) {
		try {
			this.jdbc.update(NOTE, Map.of("actor", text(caller.name()), "address", text(caller.address()), "action",
					action, "target", text(target), "outcome", outcome, "detail", text(detail)));
		}
		catch (DataAccessException ex) {
			logger.error("the audit misses a line: {} of {} by {} from {}: {}", action, text(target),
					text(caller.name()), text(caller.address()), outcome, ex);
		}
	}

	/** A page of the audit, newest first. */
	public Page<AuditEntry> find(AuditFilter filter, PageRequest request) {
		Map<String, @Nullable Object> parameters = filter.parameters();
		Page.Total total = this.search.total(COUNT, parameters);
		Cursor after = request.after(2);
		if (after != null) {
			parameters.put("afterAt", after.moment(0).atOffset(ZoneOffset.UTC));
			parameters.put("afterId", after.number(1));
		}
		parameters.put("rows", request.limit() + 1);
		List<AuditEntry> rows = this.search.rows(FIND, parameters, AuditLog::entry);
		return Page.of(rows, request, total, (entry) -> Cursor.of(Cursor.micros(entry.at()), entry.id()));
	}

	private static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor"), row.getString("address"), row.getString("action"), row.getString("target"),
				row.getString("outcome"), row.getString("detail"));
	}

	/** Texts may come from anybody: no control characters, no end of lines, no novels. */
	private static String text(String text) {
		String plain = text.replaceAll("\\p{Cntrl}", " ");
		return (plain.length() <= LONGEST_TEXT) ? plain : plain.substring(0, LONGEST_TEXT) + " …";
	}

}
