package io.cartpulse.alert;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.cartpulse.alert.channel.AlertChannel;
import io.cartpulse.alert.channel.ChannelBusyException;
import io.cartpulse.alert.channel.ChannelDownException;
import io.cartpulse.alert.channel.MessageRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells people something. What is told is kept in PostgreSQL until it has come through;
 * telling takes a moment and never fails.
 */
@Component
public class Alerts {

	private static final Logger logger = LoggerFactory.getLogger(Alerts.class);

	private final AlertOutbox outbox;

	private final AlertSender sender;

	private final AlertChannel channel;

	private final TransactionOperations transactions;

	Alerts(AlertOutbox outbox, AlertSender sender, AlertChannel channel, TransactionOperations transactions) {
		this.outbox = outbox;
		this.sender = sender;
		this.channel = channel;
		this.transactions = transactions;
	}

	/** Tells all recipients. */
	public void tell(String text) {
		tellOnce(() -> List.of(text));
	}

	/** Tells one of the recipients, who has asked. */
	public void answer(String recipient, String text) {
		keep(Set.of(recipient), () -> List.of(text));
	}

	/**
	 * Sends a test message at once, past all that waits.
	 * @param startedBy who asks for it
	 * @return how it went, for each recipient; none where nobody gets alerts
	 */
	public List<TestResult> test(String startedBy) {
		return this.channel.recipients()
			.stream()
			.sorted()
			.map((recipient) -> test(recipient, "🔵 test alert of cartpulse, asked for by " + startedBy))
			.toList();
	}

	private TestResult test(String recipient, String text) {
		try {
			this.channel.send(recipient, text);
			return new TestResult(recipient, null);
		}
		catch (ChannelBusyException | ChannelDownException | MessageRefusedException ex) {
			return new TestResult(recipient, ex.getMessage());
		}
	}

	/** Tells what a question finds to be told, in the transaction of the question. */
	void tellOnce(Supplier<List<String>> question) {
		keep(this.channel.recipients(), question);
	}

	private void keep(Set<String> recipients, Supplier<List<String>> question) {
		try {
			this.transactions.executeWithoutResult((status) -> {
				for (String text : question.get()) {
					recipients.forEach((recipient) -> MessageParts.of(text, this.channel.longestText())
						.forEach((part) -> this.outbox.add(recipient, part)));
				}
			});
			this.sender.wake();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("an alert could not be kept: {}", ex.getMessage());
		}
	}

	/**
	 * How a test message went.
	 *
	 * @param recipient to whom
	 * @param problem why it did not come through; nothing when it did
	 */
	public record TestResult(String recipient, @Nullable String problem) {

	}

}
