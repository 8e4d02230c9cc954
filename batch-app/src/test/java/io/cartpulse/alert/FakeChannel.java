package io.cartpulse.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import io.cartpulse.alert.channel.AlertChannel;
import io.cartpulse.alert.channel.ChannelProblem;
import org.jspecify.annotations.Nullable;

/**
 * A channel that keeps what it is given, or fails as it is told to.
 */
final class FakeChannel implements AlertChannel {

	final List<Sent> sent = new ArrayList<>();

	private final Clock clock;

	private final Set<String> recipients;

	private @Nullable Supplier<RuntimeException> failure;

	private @Nullable Runnable hang;

	FakeChannel(Clock clock, String... recipients) {
		this.clock = clock;
		this.recipients = new TreeSet<>(List.of(recipients));
	}

	void failWith(Supplier<RuntimeException> failure) {
		this.failure = failure;
	}

	/**
	 * Lets the next message hang.
	 * @param answers when it goes on
	 * @return when it has begun to hang
	 */
	CountDownLatch hangUntil(CountDownLatch answers) {
		CountDownLatch hangs = new CountDownLatch(1);
		this.hang = () -> {
			this.hang = null;
			hangs.countDown();
			try {
				answers.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		};
		return hangs;
	}

	void recover() {
		this.failure = null;
	}

	List<String> texts() {
		return this.sent.stream().map(Sent::text).toList();
	}

	@Override
	public Set<String> recipients() {
		return this.recipients;
	}

	@Override
	public int longestText() {
		return 4096;
	}

	@Override
	public Duration pace() {
		return Duration.ofSeconds(1);
	}

	@Override
	public synchronized void send(String recipient, String text) {
		if (this.hang != null) {
			this.hang.run();
		}
		if (this.failure != null) {
			throw this.failure.get();
		}
		this.sent.add(new Sent(this.clock.instant(), recipient, text));
	}

	@Override
	public String description() {
		return "alerts are kept in memory";
	}

	@Override
	public Optional<ChannelProblem> problem() {
		return Optional.empty();
	}

	record Sent(Instant at, String recipient, String text) {

	}

}
