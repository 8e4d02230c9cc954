package io.cartpulse.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.cartpulse.alert.channel.BotApi;
import io.cartpulse.alert.channel.ChannelBusyException;
import io.cartpulse.alert.channel.ChannelDownException;
import io.cartpulse.alert.channel.MessageRefusedException;
import io.cartpulse.alert.channel.TelegramChannels;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.observe.RunBegun;
import io.cartpulse.testing.LogCapture;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.batch.core.BatchStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Tests of {@link AlertSender} and {@link AlertOutbox}.
 */
class AlertSenderIntegrationTests {

	private final AlertFixture fixture = new AlertFixture();

	private final FakeChannel channel = this.fixture.channel;

	@Test
	void keepsToAMessageASecondForEachRecipient() {
		this.channel.recipients().add("43");
		tell(3);
		this.fixture.pass(Duration.ofSeconds(2));
		assertThat(this.channel.sent).extracting(FakeChannel.Sent::recipient, FakeChannel.Sent::text)
			.containsExactlyInAnyOrder(of("42", 0), of("43", 0), of("42", 1), of("43", 1), of("42", 2), of("43", 2));
		List<Instant> times = this.channel.sent.stream()
			.filter((sent) -> sent.recipient().equals("42"))
			.map(FakeChannel.Sent::at)
			.toList();
		assertThat(times).containsExactly(Instant.parse("2026-03-01T10:00:00Z"), Instant.parse("2026-03-01T10:00:01Z"),
				Instant.parse("2026-03-01T10:00:02Z"));
	}

	@Test
	void waitsAsLongAsItIsAskedTo() {
		tell(2);
		this.channel.failWith(() -> new ChannelBusyException(Duration.ofSeconds(7)));
		this.fixture.sender.sendWaiting();
		this.channel.recover();
		this.fixture.pass(Duration.ofSeconds(6));
		assertThat(this.channel.sent).isEmpty();
		this.fixture.pass(Duration.ofSeconds(2));
		assertThat(this.channel.texts()).containsExactly("alert 0", "alert 1");
	}

	@Test
	void anOutageLosesNothingAndChangesNoOrder() {
		this.channel.failWith(() -> new ChannelDownException("no connection"));
		tell(1);
		this.fixture.pass(Duration.ofMinutes(3));
		assertThatCode(() -> this.fixture.ends(BatchStatus.FAILED, "disk full")).doesNotThrowAnyException();
		this.fixture.pass(Duration.ofMinutes(2));
		assertThat(this.channel.sent).isEmpty();
		assertThat(this.fixture.outbox.waiting(Set.of("42"))).isEqualTo(2);
		Integer attempts = this.fixture.engines.jdbc()
			.queryForObject("select max(attempts) from etl.alerts", Integer.class);
		assertThat(attempts).isBetween(8, 12);
		this.channel.recover();
		this.fixture.pass(Duration.ofSeconds(62));
		assertThat(this.channel.texts()).hasSize(2);
		assertThat(this.channel.texts().get(0)).isEqualTo("alert 0");
		assertThat(this.channel.texts().get(1)).startsWith("🔴 pipeline failed");
		assertThat(this.fixture.outbox.waiting(Set.of("42"))).isZero();
	}

	@Test
	@Timeout(60)
	void aChannelThatHangsDelaysNeitherTheEndOfARunNorTheBeginOfAnother() throws Exception {
		CountDownLatch answers = new CountDownLatch(1);
		CountDownLatch hangs = this.channel.hangUntil(answers);
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		Thread sender = new Thread(this.fixture.sender::sendWaiting);
		sender.start();
		hangs.await();
		// from here on nothing comes through, and these return all the same
		this.fixture.runs.onBegin(new RunBegun(this.fixture.execution(JobRuns.RECOVERY)));
		this.fixture.ends(BatchStatus.FAILED, "connection refused");
		this.fixture.ends(BatchStatus.COMPLETED, "");
		assertThat(this.channel.sent).isEmpty();
		assertThat(this.fixture.outbox.waiting(Set.of("42"))).isEqualTo(4);
		answers.countDown();
		sender.join();
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.channel.texts()).hasSize(4)
			.satisfiesExactly((first) -> assertThat(first).contains("disk full"),
					(second) -> assertThat(second).contains("was cut off with its process"),
					(third) -> assertThat(third).contains("connection refused"),
					(fourth) -> assertThat(fourth).contains("works again"));
	}

	@Test
	void givesUpWhatIsRefusedAndGoesOn() {
		tell(2);
		this.channel.failWith(() -> new MessageRefusedException("chat not found"));
		this.fixture.sender.sendWaiting();
		this.channel.recover();
		this.fixture.pass(Duration.ofSeconds(3));
		assertThat(this.channel.texts()).containsExactly("alert 1");
		assertThat(this.fixture.engines.jdbc()
			.queryForObject("select refusal from etl.alerts where text = 'alert 0'", String.class))
			.isEqualTo("chat not found");
	}

	@Test
	void whoDiesLeavesItsMessageToOthers() {
		tell(1);
		// an instance that took the message and died
		assertThat(this.fixture.outbox.take(Set.of("42"))).isPresent();
		this.fixture.pass(Duration.ofSeconds(59));
		assertThat(this.channel.sent).isEmpty();
		this.fixture.pass(Duration.ofSeconds(2));
		assertThat(this.channel.texts()).containsExactly("alert 0");
	}

	@Test
	void severalInstancesSendEachMessageOnce() throws Exception {
		tell(40);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			for (int second = 0; second < 45; second++) {
				Callable<Integer> instance = () -> new AlertSender(this.fixture.outbox, this.channel).sendWaiting();
				List<Future<Integer>> sent = threads.invokeAll(List.of(instance, instance, instance, instance));
				int inThisSecond = 0;
				for (Future<Integer> one : sent) {
					inThisSecond += one.get();
				}
				assertThat(inThisSecond).isLessThanOrEqualTo(1);
				this.fixture.clock.pass(Duration.ofSeconds(1));
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.channel.texts())
			.containsExactlyElementsOf(IntStream.range(0, 40).mapToObj((number) -> "alert " + number).toList());
	}

	@Test
	void sendsALongTextInParts() {
		String text = IntStream.range(0, 1000).mapToObj((line) -> "line " + line).reduce("", (a, b) -> a + "\n" + b);
		this.fixture.alerts.tell(text);
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.channel.texts()).hasSizeGreaterThan(1).allMatch((part) -> part.length() <= 4096);
		assertThat(String.join("\n", this.channel.texts())).isEqualTo(text);
	}

	@Test
	void telegramGetsAllOfItAndTheTokenStaysSecret() {
		try (BotApi api = BotApi.start(); LogCapture log = LogCapture.begin()) {
			AlertFixture telegram = new AlertFixture(TelegramChannels.of(api.settings(42L)), Set.of());
			telegram.ends(BatchStatus.FAILED, "disk full");
			api.answerNext(429, BotApi.refusal(429, "Too Many Requests: retry after 3", "{\"retry_after\": 3}"));
			telegram.pass(Duration.ofSeconds(2));
			assertThat(api.sent()).isEmpty();
			telegram.pass(Duration.ofSeconds(1));
			api.goAway();
			telegram.clock.pass(Duration.ofSeconds(2));
			for (int failure = 0; failure < 99; failure++) {
				telegram.ends(BatchStatus.FAILED, "disk full");
			}
			telegram.ends(BatchStatus.COMPLETED, "");
			telegram.alerts.tell("x".repeat(5000));
			telegram.pass(Duration.ofSeconds(5));
			api.restart();
			telegram.pass(Duration.ofSeconds(70));
			List<String> texts = new ArrayList<>();
			api.sent().forEach((sent) -> texts.add(sent.text()));
			assertThat(texts).hasSize(4);
			assertThat(texts.get(0)).startsWith("🔴 pipeline failed");
			assertThat(texts.get(1)).startsWith("🟢 pipeline works again").contains("failed 100 times");
			assertThat(texts.get(2) + texts.get(3)).isEqualTo("x".repeat(5000));
			assertThat(log.lines()).isNotEmpty().noneMatch((line) -> line.contains(BotApi.TOKEN));
		}
		assertThat(this.fixture.engines.jdbc()
			.queryForObject("select count(*) from etl.alerts where refusal like ? or text like ?", Integer.class,
					"%" + BotApi.TOKEN + "%", "%" + BotApi.TOKEN + "%"))
			.isZero();
	}

	@Test
	void aTestMessageSaysAtOnceHowItWent() {
		assertThat(this.fixture.alerts.test("ada")).containsExactly(new Alerts.TestResult("42", null));
		assertThat(this.channel.texts()).singleElement()
			.satisfies((text) -> assertThat(text).contains("test alert").contains("ada"));
		this.channel.failWith(() -> new ChannelDownException("no connection"));
		assertThat(this.fixture.alerts.test("ada")).containsExactly(new Alerts.TestResult("42", "no connection"));
	}

	@Test
	void whatWaitsIsSentAtTheEndOfTheProcess() {
		this.fixture.sender.start();
		tell(1);
		this.fixture.sender.stop();
		assertThat(this.channel.texts()).containsExactly("alert 0");
		assertThat(this.fixture.sender.isRunning()).isFalse();
	}

	@Test
	void theEndOfTheProcessWaitsForThePaceButNotForAChannelThatIsDown() {
		AlertStack alerts = new AlertStack(this.fixture.engines.dataSource(), Clock.systemUTC(), this.channel);
		alerts.sender().start();
		alerts.alerts().tell("first");
		alerts.alerts().tell("second");
		alerts.sender().stop();
		assertThat(this.channel.texts()).containsExactly("first", "second");
		this.channel.failWith(() -> new ChannelDownException("no connection"));
		alerts.sender().start();
		alerts.alerts().tell("third");
		long began = System.nanoTime();
		alerts.sender().stop();
		assertThat(Duration.ofNanos(System.nanoTime() - began)).as("less than the longest farewell")
			.isLessThan(Duration.ofMillis(4_900));
		assertThat(alerts.outbox().waiting(Set.of("42"))).isOne();
	}

	private void tell(int count) {
		for (int number = 0; number < count; number++) {
			this.fixture.alerts.tell("alert " + number);
		}
	}

	private static Tuple of(String recipient, int number) {
		return Tuple.tuple(recipient, "alert " + number);
	}

}
