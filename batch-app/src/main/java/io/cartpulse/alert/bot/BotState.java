package io.cartpulse.alert.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the bot's instances share, in etl.chat_bot: Telegram lets one of them listen, and
 * each message is followed once.
 */
@Component
class BotState {

	private static final String TAKE_TURN = SqlFile.read(BotState.class, "take-turn.sql");

	private static final String END_TURN = SqlFile.read(BotState.class, "end-turn.sql");

	private static final String NOTE_UPDATE = SqlFile.read(BotState.class, "note-update.sql");

	/** Whoever does not renew it in time is gone. */
	private static final Duration TURN = Duration.ofSeconds(60);

	private final String instance = UUID.randomUUID().toString();

	private final NamedParameterJdbcTemplate jdbc;

	private final Clock clock;

	BotState(DataSource dataSource, Clock clock) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.clock = clock;
	}

	/** Takes the turn to listen, or keeps it; false while another instance has it. */
	boolean takeTurn() {
		Instant now = this.clock.instant();
		return this.jdbc.update(TAKE_TURN,
				Map.of("instance", this.instance, "now", at(now), "until", at(now.plus(TURN)))) == 1;
	}

	/** Lets another instance listen. */
	void endTurn() {
		this.jdbc.update(END_TURN, Map.of("instance", this.instance));
	}

	/** Notes a message; false when it was noted before. */
	boolean isNew(long number) {
		return this.jdbc.update(NOTE_UPDATE, Map.of("number", number)) == 1;
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
