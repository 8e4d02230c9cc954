package io.cartpulse.observe;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Metrics of the way of the data, as the {@link PipelineWatch} last saw it. What is not
 * known is not there.
 */
@Component
class PipelineMetrics {

	private final MultiGauge lag;

	private final MultiGauge quarantine;

	private final MultiGauge waiting;

	private final MultiGauge freshness;

	private final MultiGauge stale;

	private final MultiGauge deadLetters;

	PipelineMetrics(MeterRegistry registry) {
		this.lag = gauge(registry, "cartpulse.lag", "records", "Records that wait in Kafka");
		this.waiting = gauge(registry, "cartpulse.waiting", "records", "What waits before a stage");
		this.quarantine = gauge(registry, "cartpulse.quarantine.open", "records", "Open records in quarantine");
		this.deadLetters = gauge(registry, "cartpulse.dead.letters", "records", "Records that could not be read");
		this.freshness = gauge(registry, "cartpulse.freshness", "seconds", "Age of the newest event in the marts");
		this.stale = gauge(registry, "cartpulse.stale", "seconds",
				"How long something has waited since the marts were published");
	}

	private static MultiGauge gauge(MeterRegistry registry, String name, String unit, String description) {
		return MultiGauge.builder(name).baseUnit(unit).description(description).register(registry);
	}

	@EventListener
	void show(PipelineState state) {
		Map<Integer, Long> byPartition = (state.lag() != null) ? state.lag() : Map.of();
		show(this.lag, "partition", byPartition);
		show(this.quarantine, "reason", state.quarantine());
		show(this.waiting, "stage",
				(state.lag() != null)
						? Map.of("raw", state.waitingInKafka(), "dds", state.unreadRows(), "mart",
								state.unpublishedRecords())
						: Map.of("dds", state.unreadRows(), "mart", state.unpublishedRecords()));
		this.deadLetters.register(List.of(Row.of(Tags.empty(), state.deadLetters())), true);
		this.stale.register(List.of(Row.of(Tags.empty(), state.stale().toSeconds())), true);
		Duration age = state.freshness();
		this.freshness.register((age != null) ? List.of(Row.of(Tags.empty(), age.toSeconds())) : List.of(), true);
	}

	private static void show(MultiGauge gauge, String tag, Map<?, Long> values) {
		gauge.register(values.entrySet()
			.stream()
			.map((value) -> Row.of(Tags.of(tag, String.valueOf(value.getKey())), value.getValue()))
			.toList(), true);
	}

}
