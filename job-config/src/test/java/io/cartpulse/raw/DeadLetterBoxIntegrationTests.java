package io.cartpulse.raw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link DeadLetterBox} where Kafka does not take what is sent.
 */
class DeadLetterBoxIntegrationTests {

	private static final String EDITED = "{\"type\":\"signup\",\"user_id\":7}";

	private final RawFixture raw = new RawFixture(1);

	private final DeadLetterBox box = this.raw.context.getBean(DeadLetterBox.class);

	@BeforeEach
	void start() {
		this.raw.topic.send(0, Instant.parse("2020-01-01T00:00:00Z"), bytes("of long ago"));
		this.raw.topic.send(0, new byte[7 << 19], bytes("of a large key"));
		this.raw.topic.send(0, Instant.now(), bytes("of today"));
		this.raw.topic.flush();
		assertThat(this.raw.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	@AfterEach
	void stop() {
		this.raw.close();
	}

	@Test
	void whatIsTooLargeToBeSentDoesNotKeepTheOthersFromIt() {
		List<LetterId> letters = letters();
		letters.forEach((letter) -> this.box.edit(letter, EDITED, "ann"));
		this.box.edit(letters.get(1), EDITED.replace("7", "\"" + "7".repeat(1 << 20 >> 1) + "\""), "ann");
		List<LetterReply> replies = this.box.replay(letters, "ann");
		assertThat(replies).extracting(LetterReply::outcome)
			.containsExactly(LetterReply.Outcome.DONE, LetterReply.Outcome.KAFKA, LetterReply.Outcome.DONE);
		assertThat(replies.get(1).detail()).startsWith("Kafka refused it");
		assertThat(states()).containsExactly("resent", "open", "resent");
	}

	@Test
	void whatTheTopicRefusesStaysOpenAndDoesNotKeepTheOthersFromIt() {
		this.raw.topic.configure("message.timestamp.before.max.ms", "86400000");
		List<LetterId> letters = List.of(letters().get(0), letters().get(2));
		letters.forEach((letter) -> this.box.edit(letter, EDITED, "ann"));
		List<LetterReply> replies = this.box.replay(letters, "ann");
		assertThat(replies).extracting(LetterReply::outcome)
			.containsExactly(LetterReply.Outcome.KAFKA, LetterReply.Outcome.DONE);
		assertThat(replies.get(0).detail()).startsWith("Kafka refused it");
		assertThat(states()).containsExactly("open", "resent");
	}

	@Test
	void whatMayHaveArrivedIsNotOpenAgainWhenALaterTryIsRefused() {
		this.raw.topic.configure("message.timestamp.before.max.ms", "86400000");
		LetterId letter = letters().get(0);
		this.box.edit(letter, EDITED, "ann");
		haveHadNoAnswerFor("1 hour");
		assertThat(this.box.replay(List.of(letter), "ann").get(0).detail()).startsWith("Kafka refused it");
		assertThat(states()).containsExactly("sending");
		assertThat(this.box.edit(letter, EDITED, "ann").outcome()).isEqualTo(LetterReply.Outcome.STATE);
	}

	@Test
	void whatHasNoAnswerForTooLongCanBeGivenUp() {
		LetterId letter = letters().get(0);
		this.box.edit(letter, EDITED, "ann");
		haveHadNoAnswerFor("1 second");
		assertThat(this.box.discard(List.of(letter), "ann").get(0).outcome()).isEqualTo(LetterReply.Outcome.STATE);
		haveHadNoAnswerFor("1 hour");
		assertThat(this.box.discard(List.of(letter), "ann").get(0).outcome()).isEqualTo(LetterReply.Outcome.DONE);
		assertThat(states()).containsExactly("discarded");
	}

	private List<LetterId> letters() {
		return this.raw.jdbc.query("""
				select source_id, kafka_partition, kafka_offset
				from raw.dead_letters
				join etl.sources using (source_id)
				where topic = ?
				order by kafka_offset""", (row, number) -> new LetterId(row.getLong(1), row.getInt(2), row.getLong(3)),
				this.raw.topic.name());
	}

	/** Of the letters that something was done with, in the order in which they came. */
	private List<String> states() {
		return this.raw.jdbc.queryForList("""
				select state
				from etl.dead_letter_states
				join etl.sources using (source_id)
				where topic = ?
				order by kafka_offset""", String.class, this.raw.topic.name());
	}

	private void haveHadNoAnswerFor(String time) {
		this.raw.jdbc.update("""
				update etl.dead_letter_states
				set state = 'sending', changed_at = now() - ?::interval
				where source_id = (select source_id from etl.sources where topic = ?)""", time, this.raw.topic.name());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
