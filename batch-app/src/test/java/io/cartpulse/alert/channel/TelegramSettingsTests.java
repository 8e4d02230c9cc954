package io.cartpulse.alert.channel;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link TelegramSettings}.
 */
class TelegramSettingsTests {

	@Test
	void isOffByDefault() {
		TelegramSettings settings = bind(Map.of());
		assertThat(settings).isEqualTo(new TelegramSettings("", List.of(), TelegramSettings.Commands.ALL,
				URI.create("https://api.telegram.org:443")));
		assertThat(settings.isConfigured()).isFalse();
	}

	@Test
	void takesEveryProperty() {
		TelegramSettings settings = bind(Map.of("cartpulse.alert.telegram.token", " 1:secret\n",
				"cartpulse.alert.telegram.chats", "12,-10034", "cartpulse.alert.telegram.commands", "read",
				"cartpulse.alert.telegram.url", "http://127.0.0.1:8081"));
		assertThat(settings).isEqualTo(new TelegramSettings("1:secret", List.of(12L, -10034L),
				TelegramSettings.Commands.READ, URI.create("http://127.0.0.1:8081")));
		assertThat(settings.isConfigured()).isTrue();
		assertThat(settings.toString()).doesNotContain("secret");
	}

	private static TelegramSettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.alert.telegram",
				TelegramSettings.class);
	}

}
