package io.cartpulse.pipeline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.testing.JobUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A provider that hangs, then fails, then recovers, while the pipeline goes on.
 */
class TroubledProviderIntegrationTests {

	private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-01");

	private static final int DAYS = 4;

	private static final int ORDERS = 5_000;

	private final TroubledProvider provider = new TroubledProvider();

	private final PipelineFixture pipeline = new PipelineFixture(1,
			"cartpulse.enrichment.open-exchange-rates.key=none-of-anybody",
			"cartpulse.enrichment.open-exchange-rates.base-url=" + this.provider.url(),
			"cartpulse.enrichment.open-exchange-rates.timeout=2m", "cartpulse.enrichment.retry.attempts=1",
			"cartpulse.enrichment.retry.breaker-failures=2", "cartpulse.enrichment.retry.breaker-open=10s");

	@AfterEach
	void close() {
		this.provider.close();
		this.pipeline.close();
	}

	@Test
	void neitherDelaysThePipelineNorLeavesAnythingUnfilled() throws Exception {
		// the first run is slower than any other
		publishAndRun(2 * ORDERS);
		JobExecution quiet = publishAndRun(0);
		CompletableFuture<JobExecution> refresh = CompletableFuture.supplyAsync(this.pipeline::refresh);
		this.provider.awaitHanging();
		JobExecution troubled = publishAndRun(ORDERS);
		assertThat(refresh).as("the provider hangs while the pipeline completes").isNotDone();
		tellRatios(quiet, troubled);
		this.provider.fail();
		assertThat(refresh.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(rates().breaker()).isEqualTo(ProviderStatus.Breaker.OPEN);
		assertThat(rates().pending()).isEqualTo(DAYS);
		assertThat(revenue()).containsOnlyKeys("USD");

		IntStream.range(0, DAYS).forEach((day) -> this.provider.tell(FIRST_DAY.plusDays(day), "0.5", "80"));
		refreshUntilNothingIsPending();
		Map<String, Long> before = builds();
		this.pipeline.run();
		assertThat(revenue()).containsEntry("EUR", "75000").containsEntry("RUB", "12000000");
		assertThat(this.provider.requests()).as("nothing is asked twice but what failed").isEqualTo(2 + DAYS);
		assertThat(changed(before)).containsExactly("revenue_by_currency");
	}

	private JobExecution publishAndRun(int from) {
		List<String> messages = IntStream.range(from, from + ORDERS).boxed().flatMap((number) -> {
			String ordered = FIRST_DAY.plusDays(number % DAYS) + "T10:00:00Z";
			return List.of(anOrder(number).with("order_ts", ordered).json(), aStatusOf(number, "success").json())
				.stream();
		}).toList();
		this.pipeline.topic.sendAll(0, messages);
		return this.pipeline.run();
	}

	private void refreshUntilNothingIsPending() {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (rates().pending() > 0) {
			assertThat(System.nanoTime()).as("the breaker closes again").isLessThan(end);
			assertThat(this.pipeline.refresh().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
	}

	private ProviderStatus rates() {
		return this.pipeline.bean(ReferenceData.class)
			.status()
			.stream()
			.filter((status) -> status.gives().equals("rates") && status.enabled())
			.findFirst()
			.orElseThrow();
	}

	private Map<String, String> revenue() {
		return this.pipeline.clickHouseRows("""
				select currency, toString(sum(revenue)) as total
				from data_mart.revenue_by_currency
				group by currency""")
			.stream()
			.collect(Collectors.toMap((row) -> row.get("currency").asString(), (row) -> row.get("total").asString()));
	}

	private Map<String, Long> builds() {
		return this.pipeline.builds()
			.stream()
			.collect(Collectors.toMap((row) -> row.get("mart").asString(), (row) -> row.get("build_id").asLong()));
	}

	private List<String> changed(Map<String, Long> before) {
		return builds().entrySet()
			.stream()
			.filter((build) -> !Objects.equals(before.get(build.getKey()), build.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** For people: machines are noisy, so no test depends on it. */
	private static void tellRatios(JobExecution quiet, JobExecution troubled) {
		for (String step : List.of("load-raw", "load-orders", "load-order-statuses", "publish-orders", "build-marts")) {
			System.out.printf(Locale.ROOT, "%s with a hanging provider: %.2f times as long as without%n", step,
					seconds(troubled, step) / seconds(quiet, step));
		}
	}

	private static double seconds(JobExecution run, String name) {
		StepExecution step = JobUnderTest.step(run, name);
		LocalDateTime start = Objects.requireNonNull(step.getStartTime());
		return Duration.between(start, Objects.requireNonNull(step.getEndTime())).toNanos() / 1e9;
	}

}
