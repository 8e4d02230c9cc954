package io.cartpulse.alert.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cartpulse.alert.Links;
import io.cartpulse.alert.channel.TelegramSettings;
import io.cartpulse.alert.channel.TelegramSettings.Commands;
import io.cartpulse.batch.KnownJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Follows what is written in the configured chats, and nothing that is written elsewhere.
 */
@Component
class BotCommands {

	private static final Logger logger = LoggerFactory.getLogger(BotCommands.class);

	/** Who was not heard for so long has looked elsewhere. */
	private static final Duration TOO_OLD = Duration.ofMinutes(10);

	private static final String READ_HELP = """
			/status - where the data is, and the last run of each job
			/failed - executions that wait to be restarted""";

	private static final String ALL_HELP = READ_HELP + """

			/run JOB [name=value ...] - launches a job
			/restart ID - restarts an execution that failed or was stopped""";

	private final TelegramSettings settings;

	private final StatusText status;

	private final ChatActions actions;

	private final Links links;

	private final Clock clock;

	BotCommands(TelegramSettings settings, StatusText status, ChatActions actions, Links links, Clock clock) {
		this.settings = settings;
		this.status = status;
		this.actions = actions;
		this.links = links;
		this.clock = clock;
	}

	/** Whether anything written there is followed. */
	boolean isKnown(String chat) {
		return this.settings.commands() != Commands.NONE
				&& this.settings.chats().stream().map(String::valueOf).anyMatch(chat::equals);
	}

	/**
	 * Follows a message of a known chat.
	 * @return the answer
	 */
	String follow(ChatMessage message) {
		List<String> words = List.of(String.valueOf(message.text()).strip().split("\\s+"));
		// in groups a command may name the bot: /status@cartpulse_bot
		String command = words.get(0).toLowerCase(Locale.ROOT).replaceAll("@.*", "");
		if (changes(command) && isTooOld(message.sentAt())) {
			return "That was written a while ago and was not followed. Write it again if it still holds.";
		}
		try {
			return switch (command) {
				case "/status" -> this.status.status();
				case "/failed" -> this.status.failed();
				case "/run" -> run(words, actor(message));
				case "/restart" -> restart(words, actor(message));
				default -> help();
			};
		}
		catch (ChatRefusalException ex) {
			return "Not done: " + ex.getMessage();
		}
		catch (RuntimeException ex) {
			logger.warn("{} in chat {} could not be followed", command, message.chat(), ex);
			return "That did not work; the log says why.";
		}
	}

	private String run(List<String> words, String actor) {
		requireChangesAllowed();
		if (words.size() < 2) {
			throw new ChatRefusalException("say which job: " + KnownJob.names());
		}
		KnownJob job = KnownJob.named(words.get(1))
			.orElseThrow(
					() -> new ChatRefusalException("no job is named " + words.get(1) + "; jobs: " + KnownJob.names()));
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String word : words.subList(2, words.size())) {
			int equals = word.indexOf('=');
			if (equals < 1) {
				throw new ChatRefusalException(word + " is not a parameter; write name=value");
			}
			parameters.put(word.substring(0, equals), word.substring(equals + 1));
		}
		return started(job.jobName(), this.actions.launch(job, parameters, actor));
	}

	private String restart(List<String> words, String actor) {
		requireChangesAllowed();
		if (words.size() != 2 || !words.get(1).matches("[0-9]{1,18}")) {
			throw new ChatRefusalException("write /restart and the number of an execution; /failed lists them");
		}
		long id = Long.parseLong(words.get(1));
		return started("execution " + id, this.actions.restart(id, actor));
	}

	private String started(String what, long execution) {
		return "%s runs as execution %d\n%s".formatted(what, execution, this.links.execution(execution));
	}

	private void requireChangesAllowed() {
		if (this.settings.commands() != Commands.ALL) {
			throw new ChatRefusalException("starting jobs from a chat is switched off");
		}
	}

	private String help() {
		return (this.settings.commands() == Commands.ALL) ? ALL_HELP : READ_HELP;
	}

	private boolean isTooOld(Instant sentAt) {
		return Duration.between(sentAt, this.clock.instant()).compareTo(TOO_OLD) > 0;
	}

	private static boolean changes(String command) {
		return command.equals("/run") || command.equals("/restart");
	}

	private static String actor(ChatMessage message) {
		return "telegram " + message.author();
	}

}
