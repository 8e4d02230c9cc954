package io.cartpulse.alert;

import java.time.Duration;
import java.util.Set;

import io.cartpulse.launch.JobRuns;
import io.cartpulse.observe.RunBegun;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link RunAlerts}.
 */
class RunAlertsIntegrationTests {

	private final AlertFixture fixture = new AlertFixture();

	@Test
	void tellsOfAFailureAllThatMatters() {
		JobExecution run = this.fixture.ends(BatchStatus.FAILED, "connection refused\n  Detail: (1, Ada Lovelace)");
		this.fixture.pass(Duration.ZERO);
		assertThat(this.fixture.channel.texts()).containsExactly("""
				🔴 pipeline failed, execution %1$d
				2026-03-01 10:00:00 UTC, took 1 min 5 s, started by schedule
				cause: step load-raw: connection refused
				Kafka → RAW: 7 in, 7 out, 0.1 s
				http://127.0.0.1:18080/executions/%1$d""".formatted(run.getId()));
	}

	@Test
	void foldsRepeatsOfOneFailure() {
		for (int minute = 0; minute < 100; minute++) {
			this.fixture.ends(BatchStatus.FAILED, "no answer from port " + (40_000 + minute));
		}
		this.fixture.pass(Duration.ofSeconds(10));
		assertThat(this.fixture.channel.texts()).hasSize(1);
		assertThat(this.fixture.incidents.takeRepeats(Duration.ofHours(1))).isEmpty();
		this.fixture.clock.pass(Duration.ofHours(1));
		assertThat(this.fixture.incidents.takeRepeats(Duration.ofHours(1))).singleElement().satisfies((repeated) -> {
			assertThat(repeated.more()).isEqualTo(99);
			assertThat(repeated.headline()).isEqualTo("pipeline failed, step load-raw: no answer from port 40000");
		});
		assertThat(this.fixture.incidents.takeRepeats(Duration.ofHours(1))).isEmpty();
	}

	@Test
	void tellsOfAnotherFailureAtOnce() {
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		this.fixture.ends(BatchStatus.FAILED, "connection refused");
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.fixture.channel.texts()).hasSize(2);
	}

	@Test
	void tellsThatAJobWorksAgainAndHowOftenItHadFailed() {
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		this.fixture.clock.pass(Duration.ofMinutes(30));
		this.fixture.ends(BatchStatus.COMPLETED, "");
		this.fixture.ends(BatchStatus.COMPLETED, "");
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.fixture.channel.texts()).hasSize(2);
		assertThat(this.fixture.channel.texts().get(1)).startsWith("🟢 pipeline works again, execution ")
			.endsWith("it had failed 2 times since 2026-03-01 10:00:00 UTC");
		this.fixture.ends(BatchStatus.FAILED, "disk full");
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.fixture.channel.texts()).hasSize(3);
	}

	@Test
	void saysNothingOfSuccessAndOfStops() {
		this.fixture.ends(BatchStatus.COMPLETED, "");
		this.fixture.ends(BatchStatus.STOPPED, "");
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.fixture.channel.texts()).isEmpty();
	}

	@Test
	void tellsOfSuccessWhereItIsWanted() {
		AlertFixture wanted = new AlertFixture(null, Set.of("pipeline"));
		wanted.ends(BatchStatus.COMPLETED, "");
		wanted.pass(Duration.ofSeconds(5));
		assertThat(wanted.channel.texts()).singleElement()
			.satisfies(
					(text) -> assertThat(text).startsWith("🟢 pipeline completed, execution ").doesNotContain("cause"));
	}

	@Test
	void tellsOfARunThatGoesOnAfterItsProcessIsGone() {
		this.fixture.runs.onBegin(new RunBegun(this.fixture.execution("schedule")));
		this.fixture.runs.onBegin(new RunBegun(this.fixture.execution(JobRuns.RECOVERY)));
		this.fixture.pass(Duration.ofSeconds(5));
		assertThat(this.fixture.channel.texts()).singleElement()
			.satisfies((text) -> assertThat(text).contains("pipeline was cut off with its process and goes on"));
	}

}
