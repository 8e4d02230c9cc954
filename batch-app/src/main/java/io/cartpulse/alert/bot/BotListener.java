package io.cartpulse.alert.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cartpulse.alert.AlertSettings;
import io.cartpulse.alert.Alerts;
import io.cartpulse.alert.channel.TelegramClients;
import io.cartpulse.alert.channel.TelegramSettings;
import io.cartpulse.alert.channel.TelegramSettings.Commands;
import io.cartpulse.watch.Watch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Listens to Telegram, in one instance of the application at a time, for that is all that
 * Telegram allows. It is off without a token.
 */
@Component
class BotListener extends Watch {

	private static final Logger logger = LoggerFactory.getLogger(BotListener.class);

	private static final String THREAD = "telegram-bot";

	/** How long Telegram holds a question that it has nothing to answer to. */
	private static final int POLL_SECONDS = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(POLL_SECONDS + 10);

	private static final Duration LOOK = Duration.ofSeconds(10);

	private static final int LONGEST_PAUSE_MILLIS = 60_000;

	private static final int MOST_IGNORED = 100;

	private final TelegramSettings settings;

	private final AlertSettings alertSettings;

	private final BotState state;

	private final BotCommands commands;

	private final Alerts alerts;

	private final Set<String> ignored = ConcurrentHashMap.newKeySet();

	private volatile @Nullable TelegramBotsLongPollingApplication polling;

	private boolean troubled;

	BotListener(TelegramSettings settings, AlertSettings alertSettings, BotState state, BotCommands commands,
			Alerts alerts) {
		super(THREAD, Duration.ZERO, LOOK);
		this.settings = settings;
		this.alertSettings = alertSettings;
		this.state = state;
		this.commands = commands;
		this.alerts = alerts;
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, THREAD);
		thread.setDaemon(true);
		return thread;
	}

	@Override
	protected void watch() {
		try {
			if (!this.state.takeTurn()) {
				hangUp();
			}
			else if (this.polling == null) {
				listen();
			}
		}
		catch (DataAccessException ex) {
			// whoever does not know that it is its turn must not listen
			hangUp();
		}
	}

	/** Nobody waits for this, not even the end of the process. */
	void listen() {
		TelegramBotsLongPollingApplication made = new TelegramBotsLongPollingApplication(ObjectMapper::new,
				() -> TelegramClients.http(PATIENCE),
				() -> Executors.newSingleThreadScheduledExecutor(BotListener::daemon),
				() -> new ExponentialBackOff.Builder().setMaxIntervalMillis(LONGEST_PAUSE_MILLIS)
					.setMaxElapsedTimeMillis(Integer.MAX_VALUE)
					.build());
		this.polling = made;
		try {
			made.registerBot(this.settings.token(), () -> TelegramClients.url(this.settings), BotListener::question,
					this::hear);
			this.troubled = false;
			logger.info("the bot listens to chats {}", this.settings.chats());
			if (!isRunning()) {
				hangUp();
			}
		}
		catch (TelegramApiException ex) {
			if (!this.troubled) {
				logger.warn("the bot cannot listen to Telegram at {} now, and tries again", this.settings.url());
			}
			this.troubled = true;
			hangUp();
		}
	}

	private static GetUpdates question(int last) {
		return GetUpdates.builder()
			.offset(last + 1)
			.limit(50)
			.timeout(POLL_SECONDS)
			.allowedUpdates(List.of("message"))
			.build();
	}

	private void hear(List<Update> updates) {
		updates.stream()
			.filter(Update::hasMessage)
			.map((update) -> message(update.getUpdateId(), update.getMessage()))
			.forEach(this::hear);
	}

	private static ChatMessage message(int number, Message message) {
		User author = message.getFrom();
		return new ChatMessage(number, String.valueOf(message.getChatId()),
				(author != null) ? "user " + author.getId() : "somebody", Instant.ofEpochSecond(message.getDate()),
				message.getText());
	}

	/** Follows a message once, whatever happens; what fails is not tried again. */
	void hear(ChatMessage message) {
		if (!this.commands.isKnown(message.chat())) {
			noteIgnored(message.chat());
			return;
		}
		try {
			if (message.text() != null && message.text().startsWith("/") && this.state.isNew(message.number())) {
				this.alerts.answer(message.chat(), this.commands.follow(message));
			}
		}
		catch (RuntimeException ex) {
			logger.warn("a message could not be followed", ex);
		}
	}

	/** Strangers can write as much as they like, but not into the log. */
	private void noteIgnored(String chat) {
		if (this.ignored.size() < MOST_IGNORED && this.ignored.add(chat)) {
			logger.info("messages from chat {} are ignored: it is not in cartpulse.alert.telegram.chats", chat);
		}
	}

	private void hangUp() {
		TelegramBotsLongPollingApplication ending = this.polling;
		this.polling = null;
		if (ending != null) {
			try {
				ending.close();
			}
			catch (Exception ex) {
				logger.debug("the bot had hung up already");
			}
		}
	}

	@Override
	public synchronized void stop() {
		if (!isRunning()) {
			return;
		}
		super.stop();
		hangUp();
		try {
			this.state.endTurn();
		}
		catch (DataAccessException ex) {
			logger.debug("the turn ends by itself", ex);
		}
	}

	@Override
	public boolean isAutoStartup() {
		return this.alertSettings.watch() && this.settings.isConfigured() && this.settings.commands() != Commands.NONE;
	}

}
