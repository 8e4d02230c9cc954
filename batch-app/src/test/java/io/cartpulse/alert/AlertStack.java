package io.cartpulse.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import javax.sql.DataSource;

import io.cartpulse.alert.channel.AlertChannel;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Alerts on real tables, put together for a test.
 */
public final class AlertStack {

	private final AlertSettings settings;

	private final AlertOutbox outbox;

	private final AlertSender sender;

	private final Alerts alerts;

	private final Links links;

	/**
	 * Alerts of which success is not told.
	 */
	public AlertStack(DataSource dataSource, Clock clock, AlertChannel channel) {
		this(dataSource, clock, channel, Set.of());
	}

	AlertStack(DataSource dataSource, Clock clock, AlertChannel channel, Set<String> onSuccess) {
		this.settings = new AlertSettings(true, onSuccess, null, Duration.ofHours(1), Duration.ofMinutes(1), 10, 10,
				100, Duration.ofHours(2));
		this.outbox = new AlertOutbox(dataSource, clock);
		this.sender = new AlertSender(this.outbox, channel);
		this.alerts = new Alerts(this.outbox, this.sender, channel,
				new TransactionTemplate(new JdbcTransactionManager(dataSource)));
		this.links = new Links(this.settings,
				new MockEnvironment().withProperty("server.address", "127.0.0.1").withProperty("server.port", "18080"));
	}

	public AlertSettings settings() {
		return this.settings;
	}

	AlertOutbox outbox() {
		return this.outbox;
	}

	AlertSender sender() {
		return this.sender;
	}

	public Alerts alerts() {
		return this.alerts;
	}

	public Links links() {
		return this.links;
	}

	/** Sends what may be sent now. */
	public void send() {
		this.sender.sendWaiting();
	}

}
