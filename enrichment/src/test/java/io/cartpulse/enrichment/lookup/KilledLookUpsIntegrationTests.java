package io.cartpulse.enrichment.lookup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.cartpulse.enrichment.testing.EnrichmentApplication;
import io.cartpulse.enrichment.testing.EnrichmentDatabase;
import io.cartpulse.enrichment.testing.MovableClock;
import io.cartpulse.enrichment.testing.ProviderServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

class KilledLookUpsIntegrationTests {

	private static final EnrichmentDatabase DATABASE = EnrichmentDatabase.start();

	private final ProviderServer server = ProviderServer.start();

	@BeforeEach
	void empty() {
		DATABASE.emptyTables();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void killedProcessNeverLeadsToMoreRequestsThanTheBudgetAllows() throws Exception {
		this.server.answer(aResponse().withBody("{\"data\":[]}").withFixedDelay(300));
		Process process = start();
		awaitRequests(4);
		process.destroyForcibly();
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		int asked = this.server.requests().size();
		assertThat(asked).isBetween(4, 9);

		try (EnrichmentApplication next = EnrichmentApplication.start(DATABASE, new MovableClock(LookUpsToKill.NOW),
				properties().split(" "))) {
			LookUpsToKill.lookUp(next.referenceData());
		}
		List<String> requests = this.server.requests();
		assertThat(requests).hasSizeBetween(9, 10);
		assertThat(DATABASE.jdbc().queryForObject("select minute_used from etl.enrichment_budgets", Integer.class))
			.isEqualTo(10);
		assertThat(requests.stream().distinct().count()).as("at most the one it was killed in is asked again")
			.isGreaterThanOrEqualTo(requests.size() - 1);
	}

	private Process start() throws Exception {
		List<String> line = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-cp", System.getProperty("java.class.path"), LookUpsToKill.class.getName(), DATABASE.url(),
				DATABASE.user(), properties());
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put(LookUpsToKill.PASSWORD, DATABASE.password());
		return builder.start();
	}

	private String properties() {
		return "positionstack.key=k positionstack.budget-per-minute=10 positionstack.base-url=" + this.server.url();
	}

	private void awaitRequests(int count) {
		Instant patience = Instant.now().plus(Duration.ofSeconds(60));
		while (this.server.requests().size() < count && Instant.now().isBefore(patience)) {
			Thread.onSpinWait();
		}
	}

}
