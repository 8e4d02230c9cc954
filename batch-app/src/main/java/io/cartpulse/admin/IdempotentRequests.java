package io.cartpulse.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Requests that came with a key, in etl.idempotent_requests: each is done at most once.
 */
@Component
class IdempotentRequests {

	private static final String FORGET_OLD = SqlFile.read(IdempotentRequests.class, "forget-old-requests.sql");

	private static final String BEGIN = SqlFile.read(IdempotentRequests.class, "begin-request.sql");

	private static final String FIND = SqlFile.read(IdempotentRequests.class, "find-request.sql");

	private static final String KEEP = SqlFile.read(IdempotentRequests.class, "keep-answer.sql");

	private static final String FORGET = SqlFile.read(IdempotentRequests.class, "forget-request.sql");

	private final NamedParameterJdbcTemplate jdbc;

	IdempotentRequests(DataSource dataSource) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/**
	 * Begins a request, unless it was done already.
	 * @param key whose request it is
	 * @param request a hash of what is asked
	 * @return the answer that it had, if it was done
	 * @throws ProblemException when the key belongs to another request, or to one whose
	 * end is not known
	 */
	Optional<Answer> begin(Key key, byte[] request) {
		this.jdbc.update(FORGET_OLD, Map.of());
		Map<String, Object> parameters = Map.of("actor", key.actor(), "key", key.key(), "request", request);
		if (this.jdbc.update(BEGIN, parameters) == 1) {
			return Optional.empty();
		}
		Answer answer = this.jdbc.query(FIND, parameters, (row, number) -> answer(row, request))
			.stream()
			.findFirst()
			.orElse(Answer.UNKNOWN);
		if (answer == Answer.UNKNOWN) {
			throw new ProblemException(ProblemCode.REQUEST_RUNNING, "It is being answered, or its end is not known:"
					+ " look for what it did before you send it with a new key.");
		}
		return Optional.of(answer);
	}

	private static Answer answer(ResultSet row, byte[] request) throws SQLException {
		if (!Arrays.equals(row.getBytes("request"), request)) {
			throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED, "Take a new key for each new request.");
		}
		int status = row.getInt("status");
		return (status != 0)
				? new Answer(status, row.getString("location"), row.getString("media_type"), row.getBytes("body"))
				: Answer.UNKNOWN;
	}

	/** Keeps an answer, for the same request to get again. */
	void keep(Key key, Answer answer) {
		this.jdbc.update(KEEP,
				new MapSqlParameterSource("actor", key.actor()).addValue("key", key.key())
					.addValue("status", answer.status())
					.addValue("location", answer.location(), Types.VARCHAR)
					.addValue("mediaType", answer.mediaType(), Types.VARCHAR)
					.addValue("body", answer.body(), Types.BINARY));
	}

	/** Forgets a request that has changed nothing. */
	void forget(Key key) {
		this.jdbc.update(FORGET, Map.of("actor", key.actor(), "key", key.key()));
	}

	/**
	 * Whose request it is.
	 *
	 * @param actor who sent it
	 * @param key which key came with it
	 */
	record Key(String actor, String key) {

	}

	/**
	 * An answer.
	 *
	 * @param status HTTP's status
	 * @param location what was made
	 * @param mediaType the body's
	 * @param body the body
	 */
	record Answer(int status, @Nullable String location, @Nullable String mediaType, byte[] body) {

		private static final Answer UNKNOWN = new Answer(0, null, null, new byte[0]);

	}

}
