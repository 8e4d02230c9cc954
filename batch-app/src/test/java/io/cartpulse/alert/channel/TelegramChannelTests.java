package io.cartpulse.alert.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.cartpulse.testing.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link TelegramChannel}.
 */
class TelegramChannelTests {

	private final BotApi api = BotApi.start();

	private final AlertChannel channel = new TelegramChannel(this.api.settings(42L, -100L));

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void sendsToTheChat() {
		this.channel.send("42", "pipeline failed <b>&\n… 🔴");
		assertThat(this.api.sent()).containsExactly(new BotApi.Sent("42", "pipeline failed <b>&\n… 🔴"));
		assertThat(this.channel.recipients()).containsExactlyInAnyOrder("42", "-100");
		assertThat(this.channel.longestText()).isEqualTo(4096);
		assertThat(this.channel.pace()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void takesATextOfTheGreatestLength() {
		this.channel.send("42", "x".repeat(4096));
		assertThat(this.api.sent()).hasSize(1);
	}

	@Test
	void waitsAsLongAsItIsAskedTo() {
		this.api.answerNext(429, BotApi.refusal(429, "Too Many Requests: retry after 7", "{\"retry_after\": 7}"));
		assertThatExceptionOfType(ChannelBusyException.class).isThrownBy(() -> this.channel.send("42", "a"))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
	}

	@ParameterizedTest
	@CsvSource({ "400, Bad Request: chat not found", "403, Forbidden: bot was blocked by the user" })
	void givesUpWhatWillNeverBeTaken(int code, String description) {
		this.api.answerNext(code, BotApi.refusal(code, description, ""));
		assertThatExceptionOfType(MessageRefusedException.class).isThrownBy(() -> this.channel.send("42", "a"))
			.withMessageContaining(description);
	}

	@ParameterizedTest
	@CsvSource({ "500, Internal Server Error", "502, Bad Gateway" })
	void isDownWhileTelegramHasAProblem(int code, String description) {
		this.api.answerNext(code, BotApi.refusal(code, description, ""));
		assertThatExceptionOfType(ChannelDownException.class).isThrownBy(() -> this.channel.send("42", "a"))
			.withMessageContaining(description);
	}

	@Test
	void isDownWhileSomethingInBetweenAnswers() {
		this.api.answerNext(502, "<html>Bad gateway: /bot" + BotApi.TOKEN + "/sendMessage</html>");
		assertThatExceptionOfType(ChannelDownException.class).isThrownBy(() -> this.channel.send("42", "a"))
			.satisfies((ex) -> assertThat(ex).hasMessageNotContaining(BotApi.TOKEN).hasNoCause());
	}

	@Test
	void isDownWhileNobodyListens() {
		this.api.goAway();
		assertThatExceptionOfType(ChannelDownException.class).isThrownBy(() -> this.channel.send("42", "a"))
			.withMessageContaining("Telegram at " + this.api.url() + " cannot be reached")
			.satisfies((ex) -> assertThat(ex).hasNoCause());
		assertThat(this.channel.problem())
			.hasValueSatisfying((problem) -> assertThat(problem.what()).contains("be reached"));
		this.api.restart();
		this.channel.send("42", "b");
		assertThat(this.channel.problem()).isEmpty();
	}

	@Test
	void saysThatTheTokenIsWrong() {
		AlertChannel stranger = new TelegramChannel(
				new TelegramSettings("1:wrong", List.of(1L), TelegramSettings.Commands.ALL, this.api.url()));
		assertThatExceptionOfType(ChannelDownException.class).isThrownBy(() -> stranger.send("1", "a"))
			.withMessageContaining("is cartpulse.alert.telegram.token right?");
		assertThat(stranger.problem()).isPresent();
	}

	@Test
	void theTokenStandsInNoLogAndNoText() {
		try (LogCapture log = LogCapture.begin()) {
			this.channel.send("42", "a");
			this.api.answerNext(400, BotApi.refusal(400, "Bad Request " + BotApi.TOKEN, ""));
			fail("42");
			this.api.answerNext(500, "rubbish " + BotApi.TOKEN);
			fail("42");
			this.api.goAway();
			fail("42");
			assertThat(log.lines()).noneMatch((line) -> line.contains(BotApi.TOKEN));
		}
		assertThat(this.api.settings(1L))
			.hasToString("TelegramSettings[chats=[1], commands=ALL, url=" + this.api.url() + "]");
	}

	private void fail(String chat) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.channel.send(chat, "a"))
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain(BotApi.TOKEN));
	}

	@Test
	void knowsPortsOfItsOwn() {
		assertThat(TelegramClients
			.url(new TelegramSettings("", List.of(), TelegramSettings.Commands.ALL,
					URI.create("https://api.telegram.org")))
			.getPort()).isEqualTo(443);
	}

}
