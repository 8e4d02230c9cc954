package io.cartpulse.alert.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.cartpulse.alert.AlertStack;
import io.cartpulse.alert.channel.BotApi;
import io.cartpulse.alert.channel.TelegramChannels;
import io.cartpulse.alert.channel.TelegramSettings;
import io.cartpulse.alert.channel.TelegramSettings.Commands;
import io.cartpulse.observe.PipelineState;
import io.cartpulse.testing.Engines;
import io.cartpulse.testing.LogCapture;
import io.cartpulse.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the bot, with messages that are written at the stand-in of Telegram.
 */
class BotIntegrationTests {

	private static final long CHAT = 42;

	private final Engines engines = Engines.start();

	private final SetClock clock = new SetClock("2026-03-01T10:00:00Z");

	private final BotApi api = BotApi.start();

	private final FakeActions actions = new FakeActions();

	private final AlertStack alerts = new AlertStack(this.engines.dataSource(), this.clock,
			TelegramChannels.of(this.api.settings(CHAT)));

	private final BotState state = new BotState(this.engines.dataSource(), this.clock);

	BotIntegrationTests() {
		this.engines.empty("etl.alerts", "etl.alert_recipients", "batch.batch_job_instance");
		this.engines.jdbc().update("update etl.chat_bot set last_update = 0, polls_until = '-infinity'");
	}

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void answersInItsOwnChatAndNowhereElse() throws InterruptedException {
		try (LogCapture log = LogCapture.begin()) {
			BotListener bot = listener(Commands.ALL, this.state);
			bot.start();
			write(1, 666, "/run pipeline");
			write(2, 666, "/status");
			write(3, CHAT, "good morning");
			write(4, CHAT, "/run kafka-to-raw");
			assertThat(answer()).isEqualTo(
					new BotApi.Sent("42", "kafka-to-raw runs as execution 7\nhttp://127.0.0.1:18080/executions/7"));
			bot.stop();
			assertThat(this.actions.done).containsExactly("launch kafka-to-raw {} by telegram user 7");
			assertThat(this.api.sent()).isEmpty();
			assertThat(log.lines()).noneMatch((line) -> line.contains(BotApi.TOKEN))
				.filteredOn((line) -> line.contains("messages from chat 666 are ignored"))
				.hasSize(1);
		}
	}

	@Test
	void hearsAgainAfterAnOutageWithoutItsTokenInTheLog() throws InterruptedException {
		try (LogCapture log = LogCapture.begin()) {
			this.api.goAway();
			BotListener bot = listener(Commands.ALL, this.state);
			bot.listen();
			assertThat(log.lines()).anyMatch((line) -> line.contains("the bot cannot listen to Telegram"));
			this.api.restart();
			bot.start();
			write(1, CHAT, "/failed");
			assertThat(answer().text()).isEqualTo("no execution waits to be restarted");
			bot.stop();
			assertThat(log.lines()).noneMatch((line) -> line.contains(BotApi.TOKEN));
		}
	}

	@Test
	void followsAMessageOnce() {
		BotListener bot = listener(Commands.ALL, this.state);
		bot.hear(message(5, "/run pipeline", Duration.ZERO));
		bot.hear(message(5, "/run pipeline", Duration.ZERO));
		listener(Commands.ALL, new BotState(this.engines.dataSource(), this.clock))
			.hear(message(4, "/run pipeline", Duration.ZERO));
		assertThat(this.actions.done).hasSize(1);
	}

	@Test
	void oneInstanceListensAtATime() {
		BotState other = new BotState(this.engines.dataSource(), this.clock);
		assertThat(this.state.takeTurn()).isTrue();
		assertThat(other.takeTurn()).isFalse();
		this.clock.pass(Duration.ofSeconds(40));
		assertThat(this.state.takeTurn()).isTrue();
		this.clock.pass(Duration.ofSeconds(40));
		assertThat(other.takeTurn()).isFalse();
		this.clock.pass(Duration.ofSeconds(40));
		assertThat(other.takeTurn()).isTrue();
		assertThat(this.state.takeTurn()).isFalse();
		other.endTurn();
		assertThat(this.state.takeTurn()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/run pipeline                | pipeline runs as execution 7        | launch pipeline {} by telegram user 7
					/RUN@cartpulse_bot pipeline mode=rebuild | pipeline runs as execution 7 | launch pipeline {mode=rebuild} by telegram user 7
					/restart 12                  | execution 12 runs as execution 13   | restart 12 by telegram user 7
					/run                         | Not done: say which job             |
					/run frob                    | Not done: no job is named frob      |
					/run pipeline rebuild        | Not done: rebuild is not a parameter |
					/run init-dwh                | Not done: layer RAW is held         |
					/restart                     | Not done: write /restart and the number |
					/restart one                 | Not done: write /restart and the number |
					/start                       | /status - where the data is         |
					""")
	void followsCommands(String text, String answer, String done) {
		assertThat(commands(Commands.ALL).follow(message(1, text, Duration.ZERO))).startsWith(answer);
		assertThat(this.actions.done).isEqualTo((done != null) ? List.of(done) : List.of());
	}

	@Test
	void startsNothingWhereThatIsSwitchedOff() {
		assertThat(commands(Commands.READ).follow(message(1, "/run pipeline", Duration.ZERO)))
			.isEqualTo("Not done: starting jobs from a chat is switched off");
		assertThat(commands(Commands.READ).follow(message(1, "/help", Duration.ZERO))).doesNotContain("/run");
		assertThat(commands(Commands.NONE).isKnown("42")).isFalse();
		assertThat(this.actions.done).isEmpty();
	}

	@Test
	void startsNothingThatWasWrittenLongAgo() {
		assertThat(commands(Commands.ALL).follow(message(1, "/run pipeline", Duration.ofMinutes(11))))
			.startsWith("That was written a while ago");
		assertThat(commands(Commands.ALL).follow(message(1, "/failed", Duration.ofMinutes(11))))
			.isEqualTo("no execution waits to be restarted");
		assertThat(this.actions.done).isEmpty();
	}

	@Test
	void saysWhatIsGoingOnAndWhatWaitsToBeRestarted() {
		execution(1, "pipeline", "FAILED", "2026-03-01 09:00:00");
		execution(2, "pipeline", "COMPLETED", "2026-03-01 09:58:00");
		execution(3, "kafka-to-raw", "FAILED", "2026-03-01 08:30:00");
		assertThat(commands(Commands.ALL).follow(message(1, "/status", Duration.ZERO))).isEqualTo("""
				waiting in Kafka: 1,234
				waiting in RAW: 5
				waiting in DDS: 6
				newest event in the marts: 30 s ago
				in quarantine: 2; dead letters: 3
				pipeline: execution 2 completed, 2 min ago
				kafka-to-raw: execution 3 failed, 1 h 30 min ago""");
		assertThat(commands(Commands.ALL).follow(message(1, "/failed", Duration.ZERO))).isEqualTo("""
				kafka-to-raw: execution 3 failed, 1 h 30 min ago
				http://127.0.0.1:18080/executions/3
				pipeline: execution 1 failed, 1 h 0 min ago
				http://127.0.0.1:18080/executions/1""");
	}

	private void execution(long id, String job, String status, String end) {
		this.engines.jdbc()
			.update("""
					insert into batch.batch_job_instance (job_instance_id, job_name, job_key) values (?, ?, ?)""", id,
					job, "key " + id);
		this.engines.jdbc().update("""
				insert into batch.batch_job_execution (job_execution_id, job_instance_id, create_time, status, end_time)
				values (?, ?, now(), ?, ?::timestamp)""", id, id, status, end);
	}

	private void write(long number, long chat, String text) {
		this.api.write(number, chat, this.clock.instant().getEpochSecond(), text);
	}

	private BotApi.Sent answer() throws InterruptedException {
		for (int attempt = 0; attempt < 100; attempt++) {
			this.alerts.send();
			BotApi.Sent sent = this.api.sent().poll(100, TimeUnit.MILLISECONDS);
			if (sent != null) {
				return sent;
			}
		}
		throw new AssertionError("no answer within 10 s");
	}

	private ChatMessage message(long number, String text, Duration age) {
		return new ChatMessage(number, "42", "user 7", this.clock.instant().minus(age), text);
	}

	private BotListener listener(Commands commands, BotState botState) {
		return new BotListener(settings(commands), this.alerts.settings(), botState, commands(commands),
				this.alerts.alerts());
	}

	private BotCommands commands(Commands commands) {
		Instant now = this.clock.instant();
		PipelineState pipeline = new PipelineState(now, new TreeMap<>(Map.of(0, 1234L)), 5, 6,
				new TreeMap<>(Map.of("ORPHAN", 2L)), 3, null, now.minusSeconds(30));
		StatusText status = new StatusText(() -> Optional.of(pipeline), new RunList(this.engines.dataSource()),
				this.alerts.links(), this.clock);
		return new BotCommands(settings(commands), status, this.actions, this.alerts.links(), this.clock);
	}

	private TelegramSettings settings(Commands commands) {
		return new TelegramSettings(BotApi.TOKEN, List.of(CHAT), commands, this.api.url());
	}

}
