package io.cartpulse.alert.channel;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Chats of Telegram. Exceptions of its client end here: they may hold the bot's token.
 */
final class TelegramChannel implements AlertChannel {

	private static final int LONGEST_TEXT = 4096;

	private static final Duration PACE = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final int BAD_REQUEST = 400;

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int NOT_FOUND = 404;

	private static final int TOO_MANY_REQUESTS = 429;

	private final TelegramSettings settings;

	private final TelegramClient client;

	TelegramChannel(TelegramSettings settings) {
		this.settings = settings;
		this.client = new OkHttpTelegramClient(TelegramClients.http(PATIENCE), settings.token(),
				TelegramClients.url(settings));
	}

	@Override
	public Set<String> recipients() {
		return this.settings.chats().stream().map(String::valueOf).collect(Collectors.toSet());
	}

	@Override
	public int longestText() {
		return LONGEST_TEXT;
	}

	@Override
	public Duration pace() {
		return PACE;
	}

	@Override
	public void send(String recipient, String text) {
		try {
			this.client.execute(SendMessage.builder().chatId(recipient).text(text).disableWebPagePreview(true).build());
		}
		catch (TelegramApiException ex) {
			throw translated(ex);
		}
	}

	@Override
	public String description() {
		int chats = this.settings.chats().size();
		return "the bot answers at " + this.settings.url() + "; alerts go to " + chats
				+ ((chats == 1) ? " chat" : " chats");
	}

	@Override
	public Optional<ChannelProblem> problem() {
		try {
			this.client.execute(new GetMe());
			return Optional.empty();
		}
		catch (TelegramApiException ex) {
			return Optional.of(new ChannelProblem(String.valueOf(translated(ex).getMessage()),
					"Alerts are kept until it works. See that cartpulse.alert.telegram.token and .url are right, and"
							+ " that the Bot API can be reached from here."));
		}
	}

	private RuntimeException translated(TelegramApiException ex) {
		Throwable cause = cause(ex);
		if (!(cause instanceof TelegramApiRequestException refusal) || refusal.getErrorCode() == null
				|| refusal.getErrorCode() == 0) {
			return new ChannelDownException(
					"Telegram at " + this.settings.url() + " cannot be reached: " + masked(cause.getMessage()));
		}
		String reason = masked(refusal.getApiResponse());
		return switch (refusal.getErrorCode()) {
			case TOO_MANY_REQUESTS -> new ChannelBusyException(retryAfter(refusal));
			case BAD_REQUEST, FORBIDDEN -> new MessageRefusedException("Telegram refuses the message: " + reason);
			case UNAUTHORIZED, NOT_FOUND -> new ChannelDownException(
					"Telegram does not know the bot: is cartpulse.alert.telegram.token right? (" + reason + ")");
			default ->
				new ChannelDownException("Telegram has a problem of its own: " + refusal.getErrorCode() + " " + reason);
		};
	}

	private static Throwable cause(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof TelegramApiRequestException) && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	private static Duration retryAfter(TelegramApiRequestException refusal) {
		Integer seconds = (refusal.getParameters() != null) ? refusal.getParameters().getRetryAfter() : null;
		return Duration.ofSeconds(Objects.requireNonNullElse(seconds, 30));
	}

	private String masked(@Nullable String text) {
		return TelegramClients.masked(Objects.requireNonNullElse(text, "no reason given"), this.settings);
	}

}
