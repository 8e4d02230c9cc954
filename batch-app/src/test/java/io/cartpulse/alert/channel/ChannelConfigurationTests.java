package io.cartpulse.alert.channel;

import java.net.URI;
import java.util.List;

import io.cartpulse.testing.LogCapture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ChannelConfiguration}.
 */
class ChannelConfigurationTests {

	@Test
	void alertsGoToTelegramWhereTokenAndChatsAreSet() {
		assertThat(channel("1:secret", 42L)).isInstanceOf(TelegramChannel.class)
			.satisfies((channel) -> assertThat(channel.description()).endsWith("alerts go to 1 chat"));
	}

	@Test
	void alertsGoToTheLogWhereNothingIsSetAndThatIsNoProblem() {
		assertThat(channel("")).isInstanceOf(LogChannel.class).satisfies((channel) -> {
			assertThat(channel.description()).startsWith("alerts go to the log");
			assertThat(channel.problem()).isEmpty();
		});
	}

	@Test
	void aTokenWithoutChatsLosesNoAlertAndIsSaidOnce() {
		try (LogCapture log = LogCapture.begin()) {
			AlertChannel channel = channel("1:secret");
			channel.send(channel.recipients().iterator().next(), "pipeline failed");
			assertThat(log.lines()).anySatisfy((line) -> assertThat(line).endsWith("pipeline failed"));
			assertThat(
					log.lines().stream().filter((line) -> line.contains("cartpulse.alert.telegram.chats is not set")))
				.hasSize(1);
			assertThat(log.lines().toString()).doesNotContain("secret");
			assertThat(channel.problem()).hasValueSatisfying(
					(problem) -> assertThat(problem.what()).contains("cartpulse.alert.telegram.chats is not set"));
		}
	}

	@Test
	void chatsWithoutATokenLoseNoAlertEither() {
		assertThat(channel("", 42L)).isInstanceOf(LogChannel.class)
			.satisfies((channel) -> assertThat(channel.problem()).hasValueSatisfying(
					(problem) -> assertThat(problem.what()).contains("cartpulse.alert.telegram.token is not set")));
	}

	private static AlertChannel channel(String token, Long... chats) {
		return new ChannelConfiguration().alertChannel(new TelegramSettings(token, List.of(chats),
				TelegramSettings.Commands.ALL, URI.create("http://127.0.0.1:1")));
	}

}
