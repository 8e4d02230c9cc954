package io.cartpulse.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cartpulse.observe.Backlog;
import io.cartpulse.observe.EngineDownException;
import io.cartpulse.observe.Marts;
import io.cartpulse.observe.PartitionLag;
import io.cartpulse.observe.TopicLag;
import io.cartpulse.report.Stage;
import io.cartpulse.warehouse.PipelineStatus.StageStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at all stages at once. What does not answer is left out and said so; all who ask
 * within two seconds get the same answer.
 */
@Component
public class PipelineOverview {

	private static final Duration KEPT = Duration.ofSeconds(2);

	private final LoadingCache<Boolean, PipelineStatus> looks;

	private final TopicLag topicLag;

	private final Marts marts;

	private final Backlog backlog;

	private final StageRuns stageRuns;

	private final Clock clock;

	PipelineOverview(TopicLag topicLag, Marts marts, Backlog backlog, StageRuns stageRuns,
			ObjectProvider<Clock> clock) {
		this.topicLag = topicLag;
		this.marts = marts;
		this.backlog = backlog;
		this.stageRuns = stageRuns;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
		this.looks = Caffeine.newBuilder().expireAfterWrite(KEPT).build((key) -> look());
	}

	/** The stages now. */
	public PipelineStatus status() {
		return this.looks.get(true);
	}

	private PipelineStatus look() {
		List<String> problems = new ArrayList<>();
		List<PartitionLag> lags = ask(this.topicLag::look, problems);
		Optional<Instant> newest = ask(this.marts::newestEvent, problems);
		Instant event = (newest != null) ? newest.orElse(null) : null;
		Backlog.Waiting waiting = this.backlog.waiting();
		List<StageStatus> stages = List.of(
				new StageStatus(Stage.RAW, (lags != null) ? lags.stream().mapToLong(PartitionLag::lag).sum() : null,
						(lags != null) ? lags : List.of(), this.stageRuns.last(Stage.RAW)),
				new StageStatus(Stage.DDS, waiting.unreadRows(), List.of(), this.stageRuns.last(Stage.DDS)),
				new StageStatus(Stage.MART, waiting.unpublishedRecords(), List.of(), this.stageRuns.last(Stage.MART)));
		return new PipelineStatus(stages, event,
				(event != null) ? Math.max(0, Duration.between(event, this.clock.instant()).toSeconds()) : null,
				this.backlog.quarantine().values().stream().mapToLong(Long::longValue).sum(), problems);
	}

	private static <T> @Nullable T ask(Supplier<T> question, List<String> problems) {
		try {
			return question.get();
		}
		catch (EngineDownException ex) {
			problems.add(ex.getMessage() + ".");
			return null;
		}
	}

}
