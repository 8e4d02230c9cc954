package io.cartpulse.raw;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.source.WireReader;
import io.cartpulse.source.WireRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What operators do with dead letters. The letter itself stays in RAW, and in the ledger:
 * it is what was received. Sent again it is another record of the topic, with the
 * letter's key and Kafka timestamp, for the pipeline to read like any other.
 *
 * <p>
 * A letter is marked before it is sent. Where Kafka's answer stays out it may have
 * arrived; from then on it can only be sent as it was, for the same message twice is one
 * fact.
 */
@Component
public class DeadLetterBox {

	private static final String EDIT = SqlFile.read(DeadLetterBox.class, "edit-dead-letter.sql");

	private static final String DISCARD = SqlFile.read(DeadLetterBox.class, "discard-dead-letter.sql");

	private static final String CLAIM = SqlFile.read(DeadLetterBox.class, "claim-dead-letter.sql");

	private static final String NOTE_RESENT = SqlFile.read(DeadLetterBox.class, "note-dead-letter-resent.sql");

	private static final String REOPEN = SqlFile.read(DeadLetterBox.class, "reopen-dead-letter.sql");

	private static final String FIND_STATE = SqlFile.read(DeadLetterBox.class, "find-dead-letter-state.sql");

	private final NamedParameterJdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final LetterSender sender;

	private final WireReader wireReader = new WireReader();

	DeadLetterBox(DataSource dataSource, PlatformTransactionManager transactions, LetterSender sender) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.transaction = new TransactionTemplate(transactions);
		this.sender = sender;
	}

	/**
	 * Keeps what is to be sent in place of an open letter.
	 * @param letter the letter
	 * @param payload a message, of at most {@value WireReader#MAX_BYTES} bytes
	 * @param by who does it
	 */
	public LetterReply edit(LetterId letter, String payload, String by) {
		byte[] edited = payload.getBytes(StandardCharsets.UTF_8);
		Optional<String> mistake = mistake(edited);
		if (mistake.isPresent()) {
			return LetterReply.unreadable(letter, mistake.get());
		}
		Map<String, Object> parameters = by(letter, by);
		parameters.put("edited", edited);
		return reply(letter, this.jdbc.update(EDIT, parameters) == 1);
	}

	/**
	 * Gives letters up for good that are open, or have had no answer for too long: those
	 * may be in the topic or not.
	 */
	public List<LetterReply> discard(List<LetterId> letters, String by) {
		return letters.stream()
			.map((letter) -> reply(letter, this.jdbc.update(DISCARD, withPatience(letter, by)) == 1))
			.toList();
	}

	/**
	 * Sends open letters again, each with its edit, if it has one. What could not be read
	 * as a message is not sent.
	 * @param letters the letters
	 * @param by who does it
	 * @return by letter, in the same order
	 * @throws KafkaSourceException when Kafka does not answer; nothing was sent
	 */
	public List<LetterReply> replay(List<LetterId> letters, String by) {
		try (LetterSender.Session session = this.sender.open()) {
			return letters.stream().map((letter) -> replay(letter, by, session)).toList();
		}
	}

	private LetterReply replay(LetterId letter, String by, LetterSender.Session session) {
		if (session.isSilent()) {
			return LetterReply.kafka(letter, "Kafka stopped answering before it: it was not sent.");
		}
		Claim claim = this.transaction.execute((status) -> {
			Claim claimed = claim(letter, by);
			if (claimed.reply != null) {
				status.setRollbackOnly();
			}
			return claimed;
		});
		if (claim.reply != null) {
			return claim.reply;
		}
		return noted(letter, claim, session.send(claim.message()));
	}

	private LetterReply noted(LetterId letter, Claim claim, LetterSender.Receipt receipt) {
		RecordMetadata record = receipt.record();
		if (record == null) {
			if (receipt.refused() && !claim.mayHaveArrived) {
				Map<String, Object> parameters = new HashMap<>(letter.forSql());
				parameters.put("claimedAt", claim.at);
				this.jdbc.update(REOPEN, parameters);
			}
			return LetterReply.kafka(letter, receipt.detail());
		}
		Map<String, Object> parameters = new HashMap<>(letter.forSql());
		parameters.put("sentSource", receipt.sourceId());
		parameters.put("sentPartition", record.partition());
		parameters.put("sentOffset", record.offset());
		this.jdbc.update(NOTE_RESENT, parameters);
		return LetterReply.done(letter);
	}

	/** In a transaction that is rolled back where there is nothing to send. */
	private Claim claim(LetterId letter, String by) {
		List<Claim> claimed = this.jdbc.query(CLAIM, withPatience(letter, by), Claim::of);
		if (claimed.isEmpty()) {
			return Claim.none(reply(letter, false));
		}
		Claim claim = claimed.get(0);
		return mistake(claim.message().value()).map((mistake) -> Claim.none(LetterReply.unreadable(letter, mistake)))
			.orElse(claim);
	}

	private Optional<String> mistake(byte @Nullable [] value) {
		return (this.wireReader.read(value) instanceof WireRecord.Unreadable unreadable)
				? Optional.of(unreadable.detail()) : Optional.empty();
	}

	private LetterReply reply(LetterId letter, boolean done) {
		if (done) {
			return LetterReply.done(letter);
		}
		return this.jdbc.queryForList(FIND_STATE, letter.forSql(), String.class)
			.stream()
			.findFirst()
			.map((state) -> LetterReply.state(letter, state))
			.orElseGet(() -> LetterReply.unknown(letter));
	}

	private static Map<String, Object> by(LetterId letter, String by) {
		Map<String, Object> parameters = new HashMap<>(letter.forSql());
		parameters.put("by", by);
		return parameters;
	}

	private Map<String, Object> withPatience(LetterId letter, String by) {
		Map<String, Object> parameters = by(letter, by);
		parameters.put("patience", this.sender.patience().toSeconds());
		return parameters;
	}

	/**
	 * What a claim gave.
	 *
	 * @param message what is to be sent
	 * @param at when it was claimed
	 * @param mayHaveArrived whether an earlier try had no answer
	 * @param reply why there is nothing to send
	 */
	private record Claim(LetterSender.@Nullable Message message, @Nullable OffsetDateTime at, boolean mayHaveArrived,
			@Nullable LetterReply reply) {

		static Claim of(ResultSet row, int number) throws SQLException {
			return new Claim(LetterSender.Message.of(row, number), row.getObject("claimed_at", OffsetDateTime.class),
					row.getBoolean("may_have_arrived"), null);
		}

		static Claim none(LetterReply reply) {
			return new Claim(null, null, false, reply);
		}

	}

}
