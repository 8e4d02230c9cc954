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
import io.cartpulse.problem.ProblemException;
import io.cartpulse.report.Stage;
import io.cartpulse.warehouse.PipelineStatus.PartitionLag;
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

	private final Freshness freshness;

	private final Backlog backlog;

	private final StageRuns stageRuns;

	private final Clock clock;

	PipelineOverview(TopicLag topicLag, Freshness freshness, Backlog backlog, StageRuns stageRuns,
			ObjectProvider<Clock> clock) {
		this.topicLag = topicLag;
		this.freshness = freshness;
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
		Optional<Instant> newest = ask(this.freshness::newestEvent, problems);
		Instant event = (newest != null) ? newest.orElse(null) : null;
		List<StageStatus> stages = List.of(
				new StageStatus(Stage.RAW, (lags != null) ? lags.stream().mapToLong(PartitionLag::lag).sum() : null,
						(lags != null) ? lags : List.of(), this.stageRuns.last(Stage.RAW)),
				new StageStatus(Stage.DDS, this.backlog.unreadRows(), List.of(), this.stageRuns.last(Stage.DDS)),
				new StageStatus(Stage.MART, this.backlog.unpublishedRecords(), List.of(),
						this.stageRuns.last(Stage.MART)));
		return new PipelineStatus(stages, event,
				(event != null) ? Math.max(0, Duration.between(event, this.clock.instant()).toSeconds()) : null,
				this.backlog.openQuarantine(), problems);
	}

	private static <T> @Nullable T ask(Supplier<T> question, List<String> problems) {
		try {
			return question.get();
		}
		catch (ProblemException ex) {
			problems.add(String.valueOf(ex.getMessage()));
			return null;
		}
	}

}
