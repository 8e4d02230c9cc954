package io.cartpulse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cartpulse.generator.EventPublisher;
import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.source.WireMessage;
import io.cartpulse.source.WireWriter;
import io.cartpulse.terminal.TextTable;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows a pipeline over a million simulated messages as the console does, by its stream
 * of events: progress must never go back and end at 1, and over the second half of the
 * run the time left must be told within a factor of two.
 */
class MillionMessagesBenchmark {

	private static final int MESSAGES = 1_000_000;

	private static final LocalDate OPENING = LocalDate.parse("2026-01-05");

	/** What is wrong by less than this is no error anybody sees. */
	private static final double UNSEEN_SECONDS = 1;

	private final RunningStore store = RunningStore.start();

	private final ApiClient operator = this.store.as("operator");

	@Test
	void aRunIsFollowedFromStartToEnd() throws IOException {
		publish();
		String location = this.operator.post("/api/v1/jobs/pipeline/executions", "{}").header("Location");
		List<Look> looks = follow(location);
		JsonNode run = this.operator.get(location).json();
		print(run);
		double end = looks.get(looks.size() - 1).seconds();
		looks.forEach((look) -> System.out.println(look.told(end)));
		assertThat(run.get("status").asString()).isEqualTo("COMPLETED");
		assertThat(looks).extracting(Look::progress).isSorted().last().isEqualTo(1.0);
		assertThat(looks).filteredOn((look) -> look.seconds() >= end / 2 && look.progress() < 1)
			.allMatch((look) -> look.isWithinAFactorOfTwo(end));
	}

	private void publish() {
		Instant start = Instant.now();
		try (EventPublisher publisher = this.store.publisher()) {
			var messages = new Simulation(new SimulationSettings(1, OPENING, 20_000, 2_400)).messages(
					OPENING.atStartOfDay().toInstant(ZoneOffset.UTC),
					OPENING.plusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC));
			for (int i = 0; i < MESSAGES; i++) {
				WireMessage message = messages.next();
				publisher.publish(WireWriter.key(message), WireWriter.write(message));
			}
			publisher.flush();
		}
		System.out.println("published in " + Duration.between(start, Instant.now()).toSeconds() + " s");
	}

	private List<Look> follow(String location) throws IOException {
		List<Look> looks = new ArrayList<>();
		long start = System.nanoTime();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.operator.open(location + "/events"), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("data:")) {
					looks.add(Look.of((System.nanoTime() - start) / 1e9,
							JsonMapper.shared().readTree(line.substring("data:".length()))));
				}
			}
		}
		return looks;
	}

	private static void print(JsonNode run) {
		TextTable table = new TextTable("step", ">read", ">seconds", ">rows/s");
		run.get("steps")
			.forEach((step) -> table.row(step.get("name").asString(), step.get("read").asString(),
					"%.2f".formatted(step.get("durationSeconds").asDouble()), step.get("rowsPerSecond").asString("")));
		table.lines().forEach(System.out::println);
	}

	/**
	 * What a follower sees.
	 *
	 * @param seconds since the run was launched
	 * @param progress 0 to 1
	 * @param etaSeconds how long the run will still take, {@code NaN} where that is not
	 * told
	 */
	private record Look(double seconds, double progress, double etaSeconds) {

		static Look of(double seconds, JsonNode run) {
			return new Look(seconds, run.path("progress").asDouble(0), run.path("etaSeconds").asDouble(Double.NaN));
		}

		boolean isWithinAFactorOfTwo(double end) {
			double left = end - this.seconds;
			return Math.abs(this.etaSeconds - left) <= UNSEEN_SECONDS
					|| (this.etaSeconds <= 2 * left && this.etaSeconds >= left / 2);
		}

		String told(double end) {
			return String.format(Locale.ROOT, "%6.1f s  progress %.3f  eta %5.1f s  left %5.1f s", this.seconds,
					this.progress, this.etaSeconds, end - this.seconds);
		}

	}

}
