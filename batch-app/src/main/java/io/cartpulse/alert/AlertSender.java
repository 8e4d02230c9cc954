package io.cartpulse.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.cartpulse.alert.AlertOutbox.Waiting;
import io.cartpulse.alert.channel.AlertChannel;
import io.cartpulse.alert.channel.ChannelBusyException;
import io.cartpulse.alert.channel.ChannelDownException;
import io.cartpulse.alert.channel.MessageRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, in a thread of its own: nobody waits for it. What cannot be sent now
 * stays, and is sent as soon as the channel is there again.
 */
@Component
class AlertSender implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(AlertSender.class);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	/** How often to look for what another instance left, or what had to wait. */
	private static final Duration LOOK = Duration.ofSeconds(1);

	private static final Duration SHORT_PAUSE = Duration.ofMillis(100);

	/** How long the end of the process may be held up for what is waiting. */
	private static final Duration FAREWELL = Duration.ofSeconds(5);

	private final AlertOutbox outbox;

	private final AlertChannel channel;

	private final Semaphore added = new Semaphore(0);

	/** Whether the channel asked to wait, or was down, at the last try. */
	private volatile boolean held;

	private volatile boolean ending;

	private volatile @Nullable Thread thread;

	AlertSender(AlertOutbox outbox, AlertChannel channel) {
		this.outbox = outbox;
		this.channel = channel;
	}

	/** Says that there is something to send. */
	void wake() {
		this.added.release();
	}

	/**
	 * Sends all that may be sent now.
	 * @return how many messages came through
	 */
	int sendWaiting() {
		int sent = 0;
		Optional<Waiting> message = this.outbox.take(this.channel.recipients());
		while (message.isPresent()) {
			sent += send(message.get()) ? 1 : 0;
			message = this.outbox.take(this.channel.recipients());
		}
		return sent;
	}

	private boolean send(Waiting message) {
		try {
			this.channel.send(message.recipient(), message.text());
			this.held = false;
			this.outbox.noteSent(message, this.channel.pace());
			if (message.failures() > 0) {
				logger.info("alerts come through again");
			}
			return true;
		}
		catch (ChannelBusyException ex) {
			this.held = true;
			logger.info("alerts have to wait for {} s", ex.retryAfter().toSeconds());
			this.outbox.noteAttempt(message, ex.retryAfter(), message.failures());
		}
		catch (ChannelDownException ex) {
			this.held = true;
			if (message.failures() == 0) {
				logger.warn("alerts cannot be sent, and are kept until they can: {}", ex.getMessage());
			}
			this.outbox.noteAttempt(message, pause(message.failures()), message.failures() + 1);
		}
		catch (MessageRefusedException ex) {
			logger.warn("an alert for {} is given up: {}", message.recipient(), ex.getMessage());
			this.outbox.noteRefused(message, String.valueOf(ex.getMessage()), this.channel.pace());
		}
		return false;
	}

	/** Twice as long after each failure. */
	private static Duration pause(int failures) {
		Duration pause = Duration.ofSeconds(1L << Math.min(failures, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	@Override
	public synchronized void start() {
		this.ending = false;
		Thread started = new Thread(this::run, "alert-sender");
		started.setDaemon(true);
		started.start();
		this.thread = started;
	}

	private void run() {
		while (!this.ending) {
			trySending();
			if (!paused(LOOK)) {
				return;
			}
		}
		sendRest();
	}

	private boolean paused(Duration pause) {
		try {
			if (this.added.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
				this.added.drainPermits();
			}
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	/** What was told last is sent, as far as the channel takes it without delay. */
	private void sendRest() {
		do {
			trySending();
		}
		while (!this.held && isSomethingWaiting() && paused(SHORT_PAUSE));
	}

	private boolean isSomethingWaiting() {
		try {
			return this.outbox.waiting(this.channel.recipients()) > 0;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private void trySending() {
		try {
			sendWaiting();
		}
		catch (DataAccessException ex) {
			logger.debug("the outbox cannot be read now", ex);
		}
		catch (RuntimeException ex) {
			logger.warn("alerts could not be sent", ex);
		}
	}

	@Override
	public synchronized void stop() {
		Thread stopping = this.thread;
		this.ending = true;
		wake();
		if (stopping != null) {
			try {
				stopping.join(FAREWELL.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			stopping.interrupt();
		}
		this.thread = null;
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Stops after the runs, whose ends are still told. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 1;
	}

}
