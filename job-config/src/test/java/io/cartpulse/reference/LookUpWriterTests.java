package io.cartpulse.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cartpulse.enrichment.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the wait for the next minute's budget, with a provider that answers two
 * look-ups a minute.
 */
class LookUpWriterTests {

	private static final Instant START = Instant.parse("2026-03-01T10:00:10Z");

	private static final Instant NEXT_MINUTE = Instant.parse("2026-03-01T10:01:00Z");

	private Instant now = START;

	private int left = 2;

	private final List<Instant> waits = new ArrayList<>();

	private final List<String> asked = new ArrayList<>();

	private final StepExecution step = new StepExecution(1, "look-up-rates",
			new JobExecution(1, new JobInstance(1, "refresh-reference-data"), new JobParameters()));

	@Test
	void whatTheMinuteRefusesIsAskedForInTheNextOnes() throws InterruptedException {
		write(Duration.ofMinutes(10), "a", "b", "c", "d", "e");
		assertThat(this.waits).containsExactly(NEXT_MINUTE, NEXT_MINUTE.plusSeconds(60));
		assertThat(this.asked).containsExactly("a", "b", "c", "d", "e");
		assertThat(this.step.getExecutionContext().getLong("found")).isEqualTo(5);
		assertThat(this.step.getExecutionContext().getLong("pending")).isZero();
	}

	@Test
	void nobodyWaitsLongerThanTheStepMayTake() throws InterruptedException {
		write(Duration.ofSeconds(60), "a", "b", "c", "d", "e");
		assertThat(this.waits).containsExactly(NEXT_MINUTE);
		assertThat(this.asked).containsExactly("a", "b", "c", "d");
		assertThat(this.step.getExecutionContext().getLong("found")).isEqualTo(4);
		assertThat(this.step.getExecutionContext().getLong("pending")).isOne();
	}

	private void write(Duration longest, String... keys) throws InterruptedException {
		LookUpWriter<String, String> writer = new LookUpWriter<>(this::lookUp, longest, new MovedClock(), (moment) -> {
			this.waits.add(moment);
			this.now = moment;
			this.left = 2;
		});
		writer.beforeStep(this.step);
		writer.write(Chunk.of(keys));
		writer.afterStep(this.step);
	}

	private Map<String, Answer<String>> lookUp(Collection<String> keys) {
		Map<String, Answer<String>> answers = new LinkedHashMap<>();
		keys.forEach((key) -> answers.put(key, answer(key)));
		return answers;
	}

	private Answer<String> answer(String key) {
		if (this.left == 0) {
			Instant next = this.now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
			return new Answer.Pending<>(Answer.Reason.BUDGET_SPENT, next);
		}
		this.left--;
		this.asked.add(key);
		return new Answer.Found<>(key, "provider");
	}

	/**
	 * Tells the test's time.
	 */
	private final class MovedClock extends Clock {

		@Override
		public Instant instant() {
			return LookUpWriterTests.this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
