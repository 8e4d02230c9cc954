package io.cartpulse.dds;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.source.WireReader;
import io.cartpulse.source.WireRecord;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators do with quarantined records. Edits and discards are kept by the record's
 * origin, so that a rebuild of DDS applies them again.
 */
@Component
public class Quarantine {

	private static final String FIND = SqlFile.read(Quarantine.class, "find-quarantined.sql");

	private static final String EDIT = SqlFile.read(Quarantine.class, "edit-quarantined.sql");

	private static final String DISCARD = SqlFile.read(Quarantine.class, "discard-quarantined.sql");

	private static final String REQUEST_RETRY = SqlFile.read(Quarantine.class, "request-retry.sql");

	private final NamedParameterJdbcTemplate jdbc;

	private final WireReader wireReader = new WireReader();

	Quarantine(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/**
	 * Gives an open record other contents, for its next attempt.
	 * @param id the record
	 * @param payload a JSON object of the same type, of at most a mebibyte
	 * @param by who does it
	 * @throws QuarantineRefusalException when there is no such record, when it is not
	 * open, or when the payload cannot be read as its type
	 */
	@Transactional
	public void edit(long id, String payload, String by) {
		List<Map<String, Object>> found = this.jdbc.queryForList(FIND, Map.of("id", id));
		if (found.isEmpty()) {
			throw QuarantineRefusalException.unknown(id);
		}
		String state = String.valueOf(found.get(0).get("state"));
		if (!state.equals("open")) {
			throw QuarantineRefusalException.notOpen(id, state);
		}
		requireType(payload, String.valueOf(found.get(0).get("record_type")));
		try {
			this.jdbc.update(EDIT, Map.of("id", id, "payload", payload, "by", by));
		}
		catch (DataIntegrityViolationException ex) {
			throw QuarantineRefusalException
				.unreadable("PostgreSQL cannot store the payload: it may have no U+0000, no half of a surrogate pair,"
						+ " and no number of very many digits");
		}
	}

	private void requireType(String payload, String recordType) {
		WireRecord read = this.wireReader.read(payload.getBytes(StandardCharsets.UTF_8));
		if (read instanceof WireRecord.Unreadable unreadable) {
			throw QuarantineRefusalException.unreadable(unreadable.detail());
		}
		if (read instanceof WireRecord.Known known && !known.type().wireName().equals(recordType)) {
			throw QuarantineRefusalException.unreadable("the payload must stay of type " + recordType);
		}
	}

	/**
	 * Gives open records up for good.
	 * @param ids the records
	 * @param by who does it
	 * @return those that were open and are discarded now
	 */
	@Transactional
	public List<Long> discard(Collection<Long> ids, String by) {
		return this.jdbc.queryForList(DISCARD, Map.of("ids", ids.toArray(Long[]::new), "by", by), Long.class);
	}

	/**
	 * Asks for open records to be tried again: job retry-quarantine with which=requested
	 * does it.
	 * @param ids the records
	 * @return those that are open
	 */
	@Transactional
	public List<Long> requestRetry(Collection<Long> ids) {
		return this.jdbc.queryForList(REQUEST_RETRY, Map.of("ids", ids.toArray(Long[]::new)), Long.class);
	}

}
