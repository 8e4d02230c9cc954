package io.cartpulse.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.cartpulse.doctor.Finding.Level;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.ProviderStatus.Breaker;
import io.cartpulse.enrichment.ProviderStatus.Budget;
import io.cartpulse.enrichment.ProviderStatus.Failure;
import io.cartpulse.testing.SetClock;
import io.cartpulse.testing.UnaskedReferenceData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ProviderCheck}.
 */
class ProviderCheckTests {

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

	@Test
	void aProviderWithoutAKeyIsOffAndThatIsAllRight() {
		assertThat(findings(new ProviderStatus("positionstack", "places", false, List.of(month(0)), null,
				Breaker.CLOSED, 0, 0, 0, null)))
			.containsExactly(Finding.ok("reference data: positionstack",
					"off; cartpulse.enrichment.positionstack.key lets it be asked for places"));
	}

	@Test
	void whatIsOnBoardHasNoBudget() {
		assertThat(
				findings(new ProviderStatus("atlas", "places", true, List.of(), null, Breaker.CLOSED, 7, 1, 0, null)))
			.containsExactly(Finding.ok("reference data: atlas", "gives places, on board"));
	}

	@Test
	void aProviderThatGivesTwoThingsIsOneFinding() {
		assertThat(findings(status("rates", Breaker.CLOSED, null, 0, null, minute(30), month(12)),
				status("latest rates", Breaker.CLOSED, null, 3, null, minute(30), month(12))))
			.containsExactly(Finding.ok("reference data: open-weather",
					"gives rates, latest rates, 12 of 1,000 requests made, 988 left this month; 3 latest rates pending"));
	}

	@Test
	void anOpenBreakerIsToldWithWhatFailedLast() {
		assertThat(findings(
				status("weather", Breaker.OPEN, null, 40, new Failure("TIMEOUT", "no answer in 10 s", NOW), month(3))))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.level()).isEqualTo(Level.WARN);
				assertThat(finding.message()).contains("breaker open", "no answer in 10 s [TIMEOUT]");
				assertThat(finding.mend()).contains("cartpulse.enrichment.open-weather.base-url", "40 weather pending");
			});
	}

	@Test
	void aSpentMonthIsToldAndASpentMinuteIsNot() {
		assertThat(findings(status("weather", Breaker.CLOSED, null, 90, null, minute(60), month(1000)))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.level()).isEqualTo(Level.WARN);
				assertThat(finding.message()).isEqualTo("no request left this month: 1,000 of 1,000 requests made,"
						+ " 0 left, until 2026-04-01T00:00:00Z");
				assertThat(finding.mend()).contains("cartpulse.enrichment.open-weather.budget-per-month");
			});
	}

	@Test
	void aPauseIsToldWithItsEnd() {
		assertThat(findings(status("weather", Breaker.CLOSED, NOW.plusSeconds(600), 5,
				new Failure("QUOTA_SPENT", "HTTP 429", NOW), month(9))))
			.singleElement()
			.satisfies((finding) -> assertThat(finding.message()).contains("2026-03-01T10:10:00Z", "[QUOTA_SPENT]"));
	}

	@Test
	void aKeyThatWasRefusedIsToldWhileSomethingWaitsForIt() {
		Failure refused = new Failure("UNAUTHORIZED", "HTTP 401", NOW.minus(Duration.ofHours(2)));
		assertThat(findings(status("weather", Breaker.CLOSED, null, 5, refused, month(9)))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.level()).isEqualTo(Level.WARN);
				assertThat(finding.mend()).contains("cartpulse.enrichment.open-weather.key");
			});
		assertThat(findings(status("weather", Breaker.CLOSED, null, 0, refused, month(9)))).extracting(Finding::level)
			.containsExactly(Level.OK);
	}

	@Test
	void saysThatPostgresDoesNotTell() {
		assertThat(findings(() -> {
			throw new DataAccessResourceFailureException("secret");
		})).singleElement().satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.WARN);
			assertThat(finding.toString()).doesNotContain("secret");
		});
	}

	private static ProviderStatus status(String gives, Breaker breaker, @Nullable Instant paused, long pending,
			@Nullable Failure failure, Budget... budgets) {
		return new ProviderStatus("open-weather", gives, true, List.of(budgets), paused, breaker, 0, 0, pending,
				failure);
	}

	private static Budget minute(int used) {
		return new Budget("minute", 60, used, NOW.plusSeconds(60));
	}

	private static Budget month(int used) {
		return new Budget("month", 1000, used, APRIL);
	}

	private static List<Finding> findings(ProviderStatus... status) {
		return findings(() -> List.of(status));
	}

	private static List<Finding> findings(Supplier<List<ProviderStatus>> status) {
		return new ProviderCheck(new ToldStatus(status), new SetClockProvider()).look();
	}

	private static final class SetClockProvider implements ObjectProvider<Clock> {

		@Override
		public Stream<Clock> stream() {
			return Stream.of(new SetClock(NOW.toString()));
		}

	}

	/**
	 * Tells a status and looks nothing up.
	 */
	private static final class ToldStatus extends UnaskedReferenceData {

		private final Supplier<List<ProviderStatus>> told;

		ToldStatus(Supplier<List<ProviderStatus>> told) {
			this.told = told;
		}

		@Override
		public List<ProviderStatus> status() {
			return this.told.get();
		}

	}

}
