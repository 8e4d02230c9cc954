package io.cartpulse.simulation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.source.WireMessage;
import io.cartpulse.testing.UnaskedReferenceData;
import org.junit.jupiter.api.Test;

import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link RealSurroundings}.
 */
class RealSurroundingsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 7, 11);

	private static final Instant NOON = Instant.parse("2026-07-11T12:00:00Z");

	private static final Coordinates PARIS = Coordinates.of(48.86, 2.35);

	private static final Weather HAIL = new Weather(new BigDecimal("-3.5"), Sky.OTHER, "hail of frogs");

	private final FakeReferenceData data = new FakeReferenceData();

	@Test
	void simulatedEventsCarryRealValues() {
		this.data.turnOn("open-weather", "weather");
		this.data.turnOn("open-exchange-rates", "rates");
		this.data.weather = new Answer.Found<>(HAIL, "open-weather");
		this.data.rates = new Answer.Found<>(new Rates(Map.of("EUR", BigDecimal.ONE, "RUB", BigDecimal.TEN)),
				"open-exchange-rates");
		List<WireMessage.StoreEvent> events = events();
		assertThat(events).isNotEmpty().allSatisfy((event) -> {
			assertThat(event.place()).isNotNull().extracting(WireMessage.Place::weatherDesc).isEqualTo("hail of frogs");
			if (event.cost() != null) {
				assertThat(event.cost().eur()).isEqualByComparingTo(event.cost().usd());
			}
		});
		assertThat(events).anyMatch((event) -> event.cost() != null);
	}

	@Test
	void sourceThatFailsLeavesSamples() {
		List<WireMessage.StoreEvent> samples = events();
		this.data.turnOn("open-weather", "weather");
		this.data.turnOn("open-exchange-rates", "rates");
		this.data.turnOn("positionstack", "places");
		this.data.fails = true;
		assertThat(events()).isEqualTo(samples);
		assertThat(this.data.asked).as("once of each kind").hasSize(3);
	}

	@Test
	void nothingIsLookedUpWithoutAProvider() {
		this.data.turnOn("sample", "weather");
		this.data.turnOn("atlas", "places");
		assertThat(events()).isNotEmpty();
		assertThat(this.data.asked).isEmpty();
	}

	@Test
	void valuesFromOnBoardAreLeftToTheSimulation() {
		this.data.turnOn("open-weather", "weather");
		this.data.weather = new Answer.Found<>(HAIL, "sample");
		assertThat(surroundings().weather(new PlaceHour(PARIS, NOON))).isNull();
	}

	@Test
	void eachValueIsLookedUpOnce() {
		this.data.turnOn("open-weather", "weather");
		this.data.weather = new Answer.Found<>(HAIL, "open-weather");
		RealSurroundings surroundings = surroundings();
		for (int i = 0; i < 5; i++) {
			assertThat(surroundings.weather(new PlaceHour(PARIS, NOON.plusSeconds(i)))).isEqualTo(HAIL);
		}
		assertThat(this.data.asked).hasSize(1);
	}

	@Test
	void afterARefusalNothingIsAskedForAnyMore() {
		this.data.turnOn("open-weather", "weather");
		RealSurroundings surroundings = surroundings();
		this.data.weather = new Answer.Found<>(HAIL, "open-weather");
		assertThat(surroundings.weather(hoursAgo(0))).isEqualTo(HAIL);
		this.data.weather = new Answer.Pending<>(Answer.Reason.TOO_EARLY, NOON);
		assertThat(surroundings.weather(hoursAgo(1))).isNull();
		this.data.weather = new Answer.Off<>("no history");
		assertThat(surroundings.weather(hoursAgo(2))).isNull();
		this.data.weather = new Answer.Pending<>(Answer.Reason.BUDGET_SPENT, NOON);
		assertThat(surroundings.weather(hoursAgo(3))).isNull();
		assertThat(surroundings.weather(hoursAgo(4))).isNull();
		assertThat(this.data.asked).hasSize(4);
		assertThat(surroundings.weather(hoursAgo(0))).as("known").isEqualTo(HAIL);
	}

	@Test
	void presentDayHasTheLatestRates() {
		this.data.turnOn("open-exchange-rates", "rates");
		RealSurroundings surroundings = surroundings();
		surroundings.rates(TODAY);
		surroundings.rates(TODAY.minusDays(1));
		assertThat(this.data.asked).containsExactly("latest", TODAY.minusDays(1));
	}

	private RealSurroundings surroundings() {
		return new RealSurroundings(this.data, Clock.fixed(NOON, ZoneOffset.UTC));
	}

	private List<WireMessage.StoreEvent> events() {
		TrafficReader reader = new TrafficReader(
				new TrafficSpan(TODAY, TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), NOON), surroundings());
		reader.open(new ExecutionContext());
		List<WireMessage.StoreEvent> events = new ArrayList<>();
		for (WireMessage message = reader.doRead(); message != null; message = reader.doRead()) {
			if (message instanceof WireMessage.StoreEvent event && event.place() != null) {
				events.add(event);
			}
		}
		reader.close();
		return events;
	}

	private static PlaceHour hoursAgo(int hours) {
		return new PlaceHour(PARIS, NOON.minusSeconds(3600L * hours));
	}

	/**
	 * Answers as it is told to.
	 */
	private static final class FakeReferenceData extends UnaskedReferenceData {

		private final List<ProviderStatus> status = new ArrayList<>();

		private final List<Object> asked = new ArrayList<>();

		private Answer<Weather> weather = new Answer.Off<>("nobody");

		private Answer<Rates> rates = new Answer.Off<>("nobody");

		private boolean fails;

		void turnOn(String provider, String gives) {
			this.status.add(new ProviderStatus(provider, gives, true, List.of(), null, ProviderStatus.Breaker.CLOSED, 0,
					0, 0, null));
		}

		@Override
		public Answer<Rates> rates(LocalDate day) {
			return ask(day, this.rates);
		}

		@Override
		public Answer<Rates> latestRates() {
			return ask("latest", this.rates);
		}

		@Override
		public Answer<Place> place(Coordinates at) {
			return ask(at, new Answer.Off<>("nobody"));
		}

		@Override
		public Answer<Weather> weather(PlaceHour at) {
			return ask(at, this.weather);
		}

		@Override
		public List<ProviderStatus> status() {
			return this.status;
		}

		private <T> Answer<T> ask(Object key, Answer<T> answer) {
			this.asked.add(key);
			if (this.fails) {
				throw new IllegalStateException("the database is away");
			}
			return answer;
		}

	}

}
