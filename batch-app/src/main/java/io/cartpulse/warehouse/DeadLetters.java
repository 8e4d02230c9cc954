package io.cartpulse.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.cartpulse.paging.Cursor;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.raw.LetterId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks at the dead letters. A list shows the first bytes of each, for a letter can be
 * megabytes long.
 */
@Component
public class DeadLetters {

	private static final SearchSql FIND = SearchSql.read(DeadLetters.class, "find-dead-letters.sql");

	private static final SearchSql COUNT = SearchSql.read(DeadLetters.class, "count-dead-letters.sql");

	private static final SearchSql FIND_ONE = SearchSql.read(DeadLetters.class, "find-dead-letter.sql");

	private static final SearchSql FIND_OPEN = SearchSql.read(DeadLetters.class, "find-open-letters.sql");

	private final SearchJdbc search;

	DeadLetters(SearchJdbc search) {
		this.search = search;
	}

	/** A page of dead letters, those with the newest Kafka timestamp first. */
	public Page<DeadLetter> find(DeadLetterFilter filter, PageRequest request) {
		Map<String, @Nullable Object> parameters = filter.forSql();
		Page.Total total = this.search.total(COUNT, parameters);
		Cursor after = request.after(4);
		if (after != null) {
			parameters.put("afterTime", after.moment(0).atOffset(ZoneOffset.UTC));
			parameters.put("afterSource", after.number(1));
			parameters.put("afterPartition", after.number(2));
			parameters.put("afterOffset", after.number(3));
		}
		parameters.put("rows", request.limit() + 1);
		List<DeadLetter> rows = this.search.rows(FIND, parameters, DeadLetters::letter);
		return Page.of(rows, request, total, DeadLetters::key);
	}

	/**
	 * A dead letter with all its bytes.
	 * @throws ProblemException when there is no such letter
	 */
	public DeadLetter get(String id) {
		return LetterId.parse(id)
			.flatMap((letter) -> this.search.rows(FIND_ONE, letter.forSql(), DeadLetters::letter).stream().findFirst())
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_RECORD, "There is no such dead letter."));
	}

	/** The open letters of a kind, newest first. */
	List<LetterId> open(DeadLetterFilter filter, int most) {
		Map<String, @Nullable Object> parameters = filter.forSql();
		parameters.put("open", DeadLetterFilter.OPEN);
		parameters.put("rows", most);
		return this.search.rows(FIND_OPEN, parameters, (row, number) -> new LetterId(row.getLong("source_id"),
				row.getInt("kafka_partition"), row.getLong("kafka_offset")));
	}

	private static Cursor key(DeadLetter letter) {
		Origin origin = letter.origin();
		return Cursor.of(Cursor.micros(origin.timestamp()), origin.sourceId(), (long) origin.partition(),
				origin.offset());
	}

	private static DeadLetter letter(ResultSet row, int number) throws SQLException {
		Origin origin = Origin.of(row);
		String id = new LetterId(origin.sourceId(), origin.partition(), origin.offset()).toString();
		return new DeadLetter(id, row.getString("state"), row.getString("reason"), row.getString("detail"), origin,
				row.getLong("load_id"), BytesReader.show(row.getBytes("key_bytes"), row.getLong("key_length")),
				BytesReader.show(row.getBytes("payload_bytes"), row.getLong("payload_length")), change(row));
	}

	private static DeadLetter.@Nullable Change change(ResultSet row) throws SQLException {
		OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
		if (changedAt == null) {
			return null;
		}
		Long offset = row.getObject("sent_offset", Long.class);
		DeadLetter.SentAs sentAs = (offset != null)
				? new DeadLetter.SentAs(row.getLong("sent_source_id"), row.getInt("sent_partition"), offset) : null;
		return new DeadLetter.Change(BytesReader.show(row.getBytes("edited_bytes"), row.getLong("edited_length")),
				changedAt.toInstant(), row.getString("changed_by"), sentAs);
	}

}
