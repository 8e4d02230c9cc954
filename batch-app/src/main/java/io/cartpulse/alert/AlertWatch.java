package io.cartpulse.alert;

import io.cartpulse.alert.channel.AlertChannel;
import io.cartpulse.observe.PipelineWatch;
import io.cartpulse.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Looks from time to time at what people are to be told of.
 */
@Component
class AlertWatch extends Watch {

	private final PipelineWatch pipeline;

	private final WarehouseAlerts warehouse;

	private final AlertOutbox outbox;

	private final AlertChannel channel;

	private final AlertSettings settings;

	private volatile long waiting;

	AlertWatch(PipelineWatch pipeline, WarehouseAlerts warehouse, AlertOutbox outbox, AlertChannel channel,
			AlertSettings settings, MeterRegistry metrics) {
		super("alert-watch", settings.checkEvery(), settings.checkEvery());
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
	protected void watch() {
		this.pipeline.latest().ifPresent(this.warehouse::check);
		this.outbox.dropOld();
		this.waiting = this.outbox.waiting(this.channel.recipients());
	}

	@Override
	public boolean isAutoStartup() {
		return this.settings.watch();
	}

}
