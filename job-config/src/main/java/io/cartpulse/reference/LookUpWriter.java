package io.cartpulse.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.cartpulse.enrichment.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Looks values up, which keeps them. What the budget of the minute did not allow is asked
 * for again in the next one, while the step has time; all else that is not there is for
 * later runs.
 *
 * @param <K> what values are looked up by
 * @param <V> the values
 */
final class LookUpWriter<K, V> implements ItemWriter<K>, StepExecutionListener {

	private static final Logger logger = LoggerFactory.getLogger(LookUpWriter.class);

	private final Function<Collection<K>, Map<K, Answer<V>>> lookUp;

	private final Duration longest;

	private final Clock clock;

	private final Pause pause;

	private Instant end = Instant.MAX;

	private long found;

	private long pending;

	/**
	 * A writer.
	 * @param lookUp looks many values up
	 * @param longest how long the step may take
	 */
	LookUpWriter(Function<Collection<K>, Map<K, Answer<V>>> lookUp, Duration longest, Clock clock, Pause pause) {
		this.lookUp = lookUp;
		this.longest = longest;
		this.clock = clock;
		this.pause = pause;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.end = this.clock.instant().plus(this.longest);
		this.found = 0;
		this.pending = 0;
	}

	@Override
	public void write(Chunk<? extends K> chunk) throws InterruptedException {
		Map<K, Answer<V>> answers = new LinkedHashMap<>(this.lookUp.apply(List.copyOf(chunk.getItems())));
		Optional<Instant> nextMinute = nextMinute(answers);
		while (nextMinute.isPresent()) {
			this.pause.until(nextMinute.get());
			answers.putAll(this.lookUp.apply(refused(answers)));
			nextMinute = nextMinute(answers);
		}
		count(answers);
	}

	/**
	 * When the budget allows more, if it refused something and the step lasts so long.
	 */
	private Optional<Instant> nextMinute(Map<K, Answer<V>> answers) {
		return answers.values()
			.stream()
			.filter(LookUpWriter::isRefused)
			.flatMap((answer) -> Optional.ofNullable(((Answer.Pending<V>) answer).notBefore()).stream())
			.max(Instant::compareTo)
			.filter((moment) -> moment.isAfter(this.clock.instant()) && moment.isBefore(this.end));
	}

	private List<K> refused(Map<K, Answer<V>> answers) {
		return answers.entrySet()
			.stream()
			.filter((answer) -> isRefused(answer.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static boolean isRefused(Answer<?> answer) {
		return answer instanceof Answer.Pending<?> pending && pending.reason() == Answer.Reason.BUDGET_SPENT;
	}

	private void count(Map<K, Answer<V>> answers) {
		long missing = answers.values().stream().filter((answer) -> answer instanceof Answer.Pending).count();
		this.pending += missing;
		this.found += answers.size() - missing;
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		step.getExecutionContext().putLong("found", this.found);
		step.getExecutionContext().putLong("pending", this.pending);
		if (this.pending > 0) {
			logger.info("{}: {} found, {} pending; later runs ask again", step.getStepName(), this.found, this.pending);
		}
		return null;
	}

	/**
	 * Waits.
	 */
	interface Pause {

		/** Returns at a moment, not before. */
		void until(Instant moment) throws InterruptedException;

	}

}
