package io.cartpulse.observe;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks from time to time where the data is. Whoever asks gets the last look, and waits
 * for no engine.
 */
@Component
public class PipelineWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PipelineWatch.class);

	private static final String COUNT_WAITING = SqlFile.read(PipelineWatch.class, "count-waiting.sql");

	private static final String COUNT_QUARANTINE = SqlFile.read(PipelineWatch.class, "count-quarantine.sql");

	private final TopicLag topicLag;

	private final MartAge martAge;

	private final NamedParameterJdbcTemplate jdbc;

	private final ObserveSettings settings;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private volatile @Nullable PipelineState latest;

	private @Nullable ScheduledExecutorService thread;

	PipelineWatch(TopicLag topicLag, MartAge martAge, DataSource dataSource, ObserveSettings settings, Clock clock,
			ApplicationEventPublisher events) {
		this.topicLag = topicLag;
		this.martAge = martAge;
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
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
		SortedMap<Integer, Long> lag = answer(this.topicLag::look);
		Optional<Instant> newest = answer(this.martAge::newestEvent);
		SortedMap<String, Long> quarantine = new TreeMap<>();
		this.jdbc.query(COUNT_QUARANTINE, Map.of(), (row) -> {
			quarantine.put(row.getString("reason"), row.getLong("records"));
		});
		PipelineState state = this.jdbc
			.query(COUNT_WAITING, Map.of(),
					(row, number) -> new PipelineState(this.clock.instant(), lag, row.getLong("unread_rows"),
							row.getLong("unpublished_records"), quarantine, row.getLong("dead_letters"),
							instant(row.getObject("published_at", OffsetDateTime.class)),
							(newest != null) ? newest.orElse(null) : null))
			.get(0);
		this.latest = state;
		this.events.publishEvent(state);
		return state;
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
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
	public synchronized void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread created = new Thread(task, "pipeline-watch");
			created.setDaemon(true);
			return created;
		});
		started.scheduleWithFixedDelay(this::tryToLook, 0, this.settings.every().toMillis(), TimeUnit.MILLISECONDS);
		this.thread = started;
	}

	private void tryToLook() {
		try {
			look();
		}
		catch (RuntimeException ex) {
			logger.debug("the pipeline cannot be looked at now", ex);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	@Override
	public boolean isAutoStartup() {
		return this.settings.watch();
	}

}
