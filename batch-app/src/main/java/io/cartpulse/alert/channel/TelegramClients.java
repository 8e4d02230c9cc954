package io.cartpulse.alert.channel;

import java.time.Duration;

import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * What the clients of the Bot API have in common. The token is part of each address, so
 * what goes wrong there is never logged as it is.
 */
public final class TelegramClients {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private TelegramClients() {
	}

	/**
	 * An HTTP client that gives up in time.
	 * @param answer how long an answer may take
	 */
	public static OkHttpClient http(Duration answer) {
		return new OkHttpClient.Builder().connectTimeout(CONNECT)
			.readTimeout(answer)
			.writeTimeout(answer)
			.callTimeout(answer.plus(CONNECT))
			.build();
	}

	/** The Bot API's address. */
	public static TelegramUrl url(TelegramSettings settings) {
		boolean tls = "https".equals(settings.url().getScheme());
		int port = settings.url().getPort();
		return TelegramUrl.builder()
			.schema(settings.url().getScheme())
			.host(settings.url().getHost())
			.port((port >= 0) ? port : (tls ? 443 : 80))
			.build();
	}

	/** A text without the token, whoever made it. */
	public static String masked(String text, TelegramSettings settings) {
		return settings.isConfigured() ? text.replace(settings.token(), "***") : text;
	}

}
