package io.cartpulse.generator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SurroundingsTests {

	private static final LocalDate OPENING = LocalDate.of(2024, 1, 1);

	private static final SimulationSettings SHOP = new SimulationSettings(1, OPENING, 300, 120);

	private static final List<WireMessage> SAMPLES = messages(new Simulation(SHOP));

	private static final Weather HAIL = new Weather(new BigDecimal("-3.50"), Sky.OTHER, "hail of frogs");

	private static final Place ATLANTIS = new Place("Atlantis", "Ocean", "OC");

	private static final Rates RATES = new Rates(
			Map.of("EUR", new BigDecimal("0.5"), "RUB", new BigDecimal("100.005")));

	@Test
	void messagesTellOfTheWeatherPlacesAndRatesThatAreKnown() {
		List<WireMessage> told = messages(new Simulation(SHOP, new Known(HAIL, ATLANTIS, RATES)));
		assertThat(places(told)).isNotEmpty().allSatisfy((place) -> {
			assertThat(place.city()).isEqualTo("Atlantis");
			assertThat(place.country()).isEqualTo("Ocean");
			assertThat(place.weatherTemp()).isEqualTo("-3.50");
			assertThat(place.weatherDesc()).isEqualTo("hail of frogs");
		});
		assertThat(costs(told)).isNotEmpty().allSatisfy((cost) -> {
			BigDecimal usd = cost.usd();
			assertThat(usd).isNotNull();
			assertThat(cost.eur()).isEqualTo(usd.multiply(new BigDecimal("0.5")).setScale(2, RoundingMode.HALF_UP));
			assertThat(cost.rub()).isEqualTo(usd.multiply(new BigDecimal("100.005")).setScale(2, RoundingMode.HALF_UP));
		});
	}

	@Test
	void whoComesAndWhatIsBoughtDependsOnTheSeedAlone() {
		List<WireMessage> told = messages(new Simulation(SHOP, new Known(HAIL, ATLANTIS, RATES)));
		assertThat(told).hasSameSizeAs(SAMPLES);
		IntStream.range(0, told.size())
			.forEach((i) -> assertThat(told.get(i)).usingRecursiveComparison()
				.ignoringFields("place.city", "place.country", "place.weatherTemp", "place.weatherDesc", "cost.eur",
						"cost.rub")
				.isEqualTo(SAMPLES.get(i)));
	}

	@Test
	void whatIsNotKnownIsTheSample() {
		assertThat(messages(new Simulation(SHOP, new Known(null, null, null)))).isEqualTo(SAMPLES);
		assertThat(messages(new Simulation(SHOP, new Known(null, new Place(null, "Ocean", "OC"), new Rates(Map.of())))))
			.isEqualTo(SAMPLES);
	}

	@Test
	void nothingIsLookedUpForMessagesOutsideTheSpan() {
		List<PlaceHour> asked = new ArrayList<>();
		Surroundings counting = new Known(null, null, null) {

			@Override
			public @Nullable Weather weather(PlaceHour at) {
				asked.add(at);
				return null;
			}

		};
		new Simulation(SHOP, counting).window(Days.start(OPENING.plusDays(2)),
				Days.start(OPENING.plusDays(2)).plusSeconds(3600), (message) -> {
				});
		assertThat(asked).isNotEmpty()
			.allSatisfy((at) -> assertThat(at.hour()).isEqualTo(Days.start(OPENING.plusDays(2))));
	}

	private static List<WireMessage> messages(Simulation simulation) {
		List<WireMessage> messages = new ArrayList<>();
		simulation.window(Days.start(OPENING), Days.start(OPENING.plusDays(2)), messages::add);
		return messages;
	}

	private static List<WireMessage.Place> places(List<WireMessage> messages) {
		List<WireMessage.Place> places = new ArrayList<>();
		for (WireMessage message : messages) {
			if (message instanceof WireMessage.UserLocation location) {
				places.add(location.place());
			}
			else if (message instanceof WireMessage.StoreEvent event && event.place() != null) {
				places.add(event.place());
			}
		}
		return places;
	}

	private static List<WireMessage.Cost> costs(List<WireMessage> messages) {
		List<WireMessage.Cost> costs = new ArrayList<>();
		for (WireMessage message : messages) {
			if (message instanceof WireMessage.StoreEvent event && event.cost() != null) {
				costs.add(event.cost());
			}
		}
		return costs;
	}

	/**
	 * The same everywhere and always.
	 */
	private static class Known implements Surroundings {

		private final @Nullable Weather weather;

		private final @Nullable Place place;

		private final @Nullable Rates rates;

		Known(@Nullable Weather weather, @Nullable Place place, @Nullable Rates rates) {
			this.weather = weather;
			this.place = place;
			this.rates = rates;
		}

		@Override
		public @Nullable Weather weather(PlaceHour at) {
			return this.weather;
		}

		@Override
		public @Nullable Place place(Coordinates at) {
			return this.place;
		}

		@Override
		public @Nullable Rates rates(LocalDate day) {
			return this.rates;
		}

	}

}
