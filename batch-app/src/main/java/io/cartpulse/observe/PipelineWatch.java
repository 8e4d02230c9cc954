package io.cartpulse.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.cartpulse.watch.Watch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks from time to time where the data is. Whoever asks gets the last look, and waits
 * for no engine.
 */
@Component
public class PipelineWatch extends Watch {

	private static final Logger logger = LoggerFactory.getLogger(PipelineWatch.class);

	private final TopicLag topicLag;

	private final Marts marts;

	private final Backlog backlog;

	private final ObserveSettings settings;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private volatile @Nullable PipelineState latest;

	PipelineWatch(TopicLag topicLag, Marts marts, Backlog backlog, ObserveSettings settings, Clock clock,
			ApplicationEventPublisher events) {
		super("pipeline-watch", Duration.ZERO, settings.every());
		this.topicLag = topicLag;
		this.marts = marts;
		this.backlog = backlog;
		this.settings = settings;
		this.clock = clock;
		this.events = events;
	}

	/** The last look; nothing before the first. */
	public Optional<PipelineState> latest() {
		return Optional.ofNullable(this.latest);
	}

	/** Looks now, and tells the application what it has seen. */
	public PipelineState look() {
		List<PartitionLag> lags = answer(this.topicLag::look);
		Optional<Instant> newest = answer(this.marts::newestEvent);
		Backlog.Waiting waiting = this.backlog.waiting();
		PipelineState state = new PipelineState(this.clock.instant(), (lags != null) ? byPartition(lags) : null,
				waiting.unreadRows(), waiting.unpublishedRecords(), this.backlog.quarantine(),
				this.backlog.deadLetters(), waiting.publishedAt(), (newest != null) ? newest.orElse(null) : null);
		this.latest = state;
		this.events.publishEvent(state);
		return state;
	}

	private static SortedMap<Integer, Long> byPartition(List<PartitionLag> lags) {
		SortedMap<Integer, Long> byPartition = new TreeMap<>();
		lags.forEach((lag) -> byPartition.put(lag.partition(), lag.lag()));
		return byPartition;
	}

	private static <T> @Nullable T answer(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (EngineDownException ex) {
			logger.debug("left out of the look at the pipeline", ex);
			return null;
		}
	}

	@Override
	protected void watch() {
		look();
	}

	@Override
	public boolean isAutoStartup() {
		return this.settings.watch();
	}

}
