package io.cartpulse.observe;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link PipelineMetrics}, {@link RunMetrics} and what {@link PipelineState}
 * reckons.
 */
class PipelineMetricsTests {

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void showsTheLastLook() {
		PipelineMetrics metrics = new PipelineMetrics(this.registry);
		metrics.show(state(Map.of(0, 5L, 1, 7L), Map.of("ORPHAN", 3L, "INVALID_VALUE", 1L), NOW.minusSeconds(90)));
		assertThat(gauges()).containsOnly(Map.entry("cartpulse.lag{partition=0}", 5.0),
				Map.entry("cartpulse.lag{partition=1}", 7.0), Map.entry("cartpulse.waiting{stage=raw}", 12.0),
				Map.entry("cartpulse.waiting{stage=dds}", 20.0), Map.entry("cartpulse.waiting{stage=mart}", 30.0),
				Map.entry("cartpulse.quarantine.open{reason=INVALID_VALUE}", 1.0),
				Map.entry("cartpulse.quarantine.open{reason=ORPHAN}", 3.0), Map.entry("cartpulse.dead.letters{}", 40.0),
				Map.entry("cartpulse.freshness{}", 90.0), Map.entry("cartpulse.stale{}", 3600.0));
	}

	@Test
	void leavesOutWhatIsNotKnownOrGone() {
		PipelineMetrics metrics = new PipelineMetrics(this.registry);
		metrics.show(state(Map.of(0, 5L), Map.of("ORPHAN", 3L), NOW));
		metrics.show(state(null, Map.of(), null));
		assertThat(gauges().keySet()).containsOnly("cartpulse.waiting{stage=dds}", "cartpulse.waiting{stage=mart}",
				"cartpulse.dead.letters{}", "cartpulse.stale{}");
	}

	@Test
	void nothingIsStaleWhereNothingWaits() {
		PipelineState idle = new PipelineState(NOW, new TreeMap<>(Map.of(0, 0L)), 0, 0, new TreeMap<>(), 0,
				NOW.minusSeconds(3600), null);
		assertThat(idle.stale()).isZero();
	}

	@Test
	void countsRowsByStageAndTheTimeOfSteps() {
		JobExecution run = new JobExecution(1, new JobInstance(1, "pipeline"), new JobParameters());
		step(run, 1, "load-raw", 100, 98);
		step(run, 2, "load-raw:worker0", 60, 58);
		step(run, 3, "load-events", 90, 80);
		step(run, 4, "publish-events", 80, 80);
		new RunMetrics(this.registry).count(new RunEnded(run));
		assertThat(rows("raw", "read")).isEqualTo(100);
		assertThat(rows("raw", "written")).isEqualTo(98);
		assertThat(rows("dds", "written")).isEqualTo(80);
		assertThat(rows("mart", "read")).isEqualTo(80);
		assertThat(this.registry.get("cartpulse.step")
			.tags("job", "pipeline", "step", "load-raw", "status", "completed")
			.timer()
			.totalTime(TimeUnit.SECONDS)).isEqualTo(5);
		assertThat(this.registry.find("cartpulse.step").timers()).hasSize(3);
	}

	private double rows(String stage, String direction) {
		return this.registry.get("cartpulse.stage.rows").tags("stage", stage, "direction", direction).counter().count();
	}

	private static void step(JobExecution run, long id, String name, long read, long written) {
		StepExecution step = new StepExecution(id, name, run);
		step.setReadCount(read);
		step.setWriteCount(written);
		step.setStatus(BatchStatus.COMPLETED);
		step.setStartTime(LocalDateTime.of(2026, 3, 1, 10, 0, 0));
		step.setEndTime(LocalDateTime.of(2026, 3, 1, 10, 0, 5));
		run.addStepExecution(step);
	}

	private Map<String, Double> gauges() {
		Map<String, Double> gauges = new TreeMap<>();
		for (Gauge gauge : this.registry.getMeters().stream().map((meter) -> (Gauge) meter).toList()) {
			List<String> tags = gauge.getId()
				.getTags()
				.stream()
				.map((tag) -> tag.getKey() + "=" + tag.getValue())
				.toList();
			gauges.put(gauge.getId().getName() + "{" + String.join(",", tags) + "}", gauge.value());
		}
		return gauges;
	}

	private static PipelineState state(@Nullable Map<Integer, Long> lag, Map<String, Long> quarantine,
			@Nullable Instant newest) {
		return new PipelineState(NOW, (lag != null) ? new TreeMap<>(lag) : null, 20, 30, new TreeMap<>(quarantine), 40,
				NOW.minusSeconds(3600), newest);
	}

}
