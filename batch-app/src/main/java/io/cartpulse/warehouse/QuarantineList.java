package io.cartpulse.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.paging.Cursor;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Looks at the quarantine.
 */
@Component
public class QuarantineList {

	private static final SearchSql FIND = SearchSql.read(QuarantineList.class, "find-quarantined.sql");

	private static final SearchSql COUNT = SearchSql.read(QuarantineList.class, "count-quarantined.sql");

	private static final SearchSql SUM_UP = SearchSql.read(QuarantineList.class, "sum-up-quarantine.sql");

	private static final SearchSql FIND_ONE = SearchSql.read(QuarantineList.class, "find-quarantined-record.sql");

	private static final SearchSql FIND_RECEIVED = SearchSql.read(QuarantineList.class, "find-received-record.sql");

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {
	};

	private final SearchJdbc search;

	QuarantineList(SearchJdbc search) {
		this.search = search;
	}

	/** A page of records, newest first. */
	public Page<QuarantinedRecord> find(QuarantineFilter filter, PageRequest request) {
		Map<String, @Nullable Object> parameters = filter.forSql();
		Page.Total total = this.search.total(COUNT, parameters);
		Cursor after = request.after(1);
		parameters.put("afterId", (after != null) ? after.number(0) : null);
		parameters.put("rows", request.limit() + 1);
		List<QuarantinedRecord> rows = this.search.rows(FIND, parameters, QuarantineList::entry);
		return Page.of(rows, request, total, (record) -> Cursor.of(record.id()));
	}

	/** How many records there are, by state, reason and type. */
	public List<QuarantinedRecord.Group> summary() {
		return this.search.rows(SUM_UP, Map.of(),
				(row, number) -> new QuarantinedRecord.Group(row.getString("state"), row.getString("reason"),
						row.getString("record_type"), row.getLong("records"), moment(row, "oldest"),
						moment(row, "newest")));
	}

	/**
	 * A record with its contents.
	 * @throws ProblemException when there is none of this number
	 */
	public QuarantinedRecord.Detail get(long id) {
		return this.search.rows(FIND_ONE, Map.of("id", id), this::detail)
			.stream()
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_RECORD,
					"There is no quarantined record " + id + "."));
	}

	private QuarantinedRecord.Detail detail(ResultSet row, int number) throws SQLException {
		String action = row.getString("action");
		QuarantinedRecord entry = entry(row, number);
		QuarantinedRecord.Correction correction = (action != null)
				? new QuarantinedRecord.Correction(action, moment(row, "made_at"), row.getString("made_by")) : null;
		return new QuarantinedRecord.Detail(entry, JSON.readValue(row.getString("payload"), OBJECT),
				"edit".equals(action) ? received(entry.origin()) : null, correction);
	}

	private @Nullable Map<String, Object> received(Origin origin) {
		return this.search
			.rows(FIND_RECEIVED,
					Map.of("sourceId", origin.sourceId(), "partition", origin.partition(), "offset", origin.offset()),
					(row, number) -> JSON.readValue(row.getString("record"), OBJECT))
			.stream()
			.findFirst()
			.orElse(null);
	}

	private static QuarantinedRecord entry(ResultSet row, int number) throws SQLException {
		return new QuarantinedRecord(row.getLong("id"), row.getString("state"), row.getString("record_type"),
				row.getString("reason"), row.getString("field"), row.getString("message"), Origin.of(row),
				moment(row, "first_seen_at"), row.getInt("attempts"), moment(row, "last_attempt_at"),
				row.getLong("load_id"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
