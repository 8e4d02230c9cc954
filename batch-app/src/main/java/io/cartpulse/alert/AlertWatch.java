package io.cartpulse.alert;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.cartpulse.alert.channel.AlertChannel;
import io.cartpulse.observe.PipelineWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks from time to time at what people are to be told of.
 */
@Component
class AlertWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(AlertWatch.class);

	private final PipelineWatch pipeline;

	private final WarehouseAlerts warehouse;

	private final AlertOutbox outbox;

	private final AlertChannel channel;

	private final AlertSettings settings;

	private volatile long waiting;

	private @Nullable ScheduledExecutorService thread;

	AlertWatch(PipelineWatch pipeline, WarehouseAlerts warehouse, AlertOutbox outbox, AlertChannel channel,
			AlertSettings settings, MeterRegistry metrics) {
		this.pipeline = pipeline;
		this.warehouse = warehouse;
		this.outbox = outbox;
		this.channel = channel;
		this.settings = settings;
		Gauge.builder("cartpulse.alerts.waiting", () -> this.waiting)
			.description("Messages that are not sent yet")
			.register(metrics);
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread created = new Thread(task, "alert-watch");
			created.setDaemon(true);
			return created;
		});
		long every = this.settings.checkEvery().toMillis();
		started.scheduleWithFixedDelay(this::tryToLook, every, every, TimeUnit.MILLISECONDS);
		this.thread = started;
	}

	private void tryToLook() {
		try {
			this.pipeline.latest().ifPresent(this.warehouse::check);
			this.outbox.dropOld();
			this.waiting = this.outbox.waiting(this.channel.recipients());
		}
		catch (RuntimeException ex) {
			logger.debug("there is nothing to tell that can be seen now", ex);
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
