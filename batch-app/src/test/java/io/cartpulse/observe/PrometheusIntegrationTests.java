package io.cartpulse.observe;

import java.util.List;
import java.util.Map;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what a Prometheus server reads.
 */
class PrometheusIntegrationTests {

	private final RunningStore store = RunningStore.start();

	@Test
	void tellsOfStagesLagFreshnessQuarantineAndBudgets() {
		run();
		this.store.publish("{\"type\": \"event\"}");
		this.store.get(PipelineWatch.class).look();
		List<String> metrics = metrics();
		for (String stage : List.of("raw", "dds", "mart")) {
			assertThat(value(metrics, "cartpulse_stage_rows_total{direction=\"read\",stage=\"" + stage + "\"}"))
				.as(stage)
				.isPositive();
			assertThat(metrics).anyMatch((line) -> line.startsWith("cartpulse_waiting_records{stage=\"" + stage));
		}
		assertThat(metrics.stream()
			.filter((line) -> line.startsWith("cartpulse_lag_records{partition="))
			.mapToDouble(PrometheusIntegrationTests::figure)
			.sum()).isEqualTo(1);
		assertThat(value(metrics, "cartpulse_freshness_seconds")).isPositive();
		assertThat(value(metrics, "cartpulse_quarantine_open_records{reason=\"INVALID_VALUE\"}")).isPositive();
		assertThat(value(metrics, "cartpulse_dead_letters_records")).isPositive();
		String place = "{provider=\"positionstack\",window=\"month\"}";
		assertThat(value(metrics, "cartpulse_enrichment_budget_used_requests" + place)
				+ value(metrics, "cartpulse_enrichment_budget_left_requests" + place))
			.isEqualTo(100);
	}

	@Test
	void hasTheTimesOfSpringBatchForEachKindOfStep() {
		run();
		List<String> metrics = metrics();
		for (String step : List.of("fix-offsets", "load-raw", "begin-load", "load-events", "finish-load",
				"publish-events", "build-marts")) {
			assertThat(metrics).as(step)
				.anyMatch((line) -> line.startsWith("spring_batch_step_seconds_count{")
						&& line.contains("spring_batch_step_name=\"" + step + "\"")
						&& line.contains("spring_batch_step_status=\"COMPLETED\""));
		}
		assertThat(metrics).as("nothing of single rows").noneMatch((line) -> line.startsWith("spring_batch_item"));
	}

	@Test
	void isForThoseWhoHaveLoggedIn() {
		assertThat(this.store.as("nobody").get("/actuator/prometheus").status()).isEqualTo(401);
		assertThat(this.store.as("viewer").get("/actuator/prometheus").status()).isEqualTo(200);
	}

	/** One record that is accepted, one that is refused, and one that is none. */
	private void run() {
		this.store.publish("{\"type\": \"event\", \"event_type\": \"search\", \"timestamp\": \"2026-01-20T10:00:00Z\"}",
				"{\"type\": \"campaign_event\", \"campaign_id\": \"c\", \"action\": \"view\", \"cost\": \"-1\"}",
				"no message");
		assertThat(this.store.get(JobRuns.class).run(KnownJob.PIPELINE, Map.of(), "a test"))
			.allMatch(JobRuns::isCompleted);
	}

	private List<String> metrics() {
		return this.store.as("operator").get("/actuator/prometheus").body().lines().toList();
	}

	private static double value(List<String> metrics, String name) {
		return metrics.stream()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble(PrometheusIntegrationTests::figure)
			.findFirst()
			.orElseThrow(() -> new AssertionError(name + " is not there"));
	}

	private static double figure(String line) {
		return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
	}

}
