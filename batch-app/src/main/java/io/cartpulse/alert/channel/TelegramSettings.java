package io.cartpulse.alert.channel;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bot that sends alerts to Telegram and answers there.
 *
 * @param token the bot's token, as BotFather gave it; unset: alerts go to the log, and no
 * bot answers
 * @param chats numbers of the chats that get the alerts; only they are answered, whoever
 * writes in them; unset: alerts go to the log, and nobody is answered
 * @param commands what they may ask for; unset: ALL
 * @param url scheme, host and port of the Bot API; unset: https://api.telegram.org:443
 */
@Validated
@ConfigurationProperties("cartpulse.alert.telegram")
public record TelegramSettings(@DefaultValue("") String token, @DefaultValue List<Long> chats,
		@DefaultValue("ALL") @NotNull Commands commands,
		@DefaultValue("https://api.telegram.org:443") @NotNull URI url) {

	public TelegramSettings {
		token = token.strip();
		chats = List.copyOf(chats);
	}

	/** Whether there is a bot. */
	public boolean isConfigured() {
		return !this.token.isEmpty();
	}

	/** Whether alerts can reach a chat: there is a bot, and it knows where to write. */
	public boolean hasRecipients() {
		return isConfigured() && !this.chats.isEmpty();
	}

	/** Without the token, which would get into logs. */
	@Override
	public String toString() {
		return "TelegramSettings[chats=" + this.chats + ", commands=" + this.commands + ", url=" + this.url + "]";
	}

	/**
	 * What a chat may ask for.
	 */
	public enum Commands {

		/** Nothing. */
		NONE,
		/** What is going on. */
		READ,
		/** And to start jobs. */
		ALL

	}

}
