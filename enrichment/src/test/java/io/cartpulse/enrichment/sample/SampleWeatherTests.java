package io.cartpulse.enrichment.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleWeatherTests {

	private static final Coordinates BERLIN = Coordinates.of(52.52, 13.41);

	private static final Coordinates SYDNEY = Coordinates.of(-33.87, 151.21);

	private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

	private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

	private final SampleWeather weather = new SampleWeather(42);

	@Test
	void sameSeedPlaceAndHourHaveTheSameWeather() {
		PlaceHour at = new PlaceHour(BERLIN, Instant.parse("2026-07-05T13:20:00Z"));
		assertThat(this.weather.at(at)).isEqualTo(new SampleWeather(42).at(at));
		assertThat(new SampleWeather(43).at(at)).isNotEqualTo(this.weather.at(at));
	}

	@Test
	void weatherDoesNotChangeFromReleaseToRelease() {
		Weather weather = this.weather.at(new PlaceHour(BERLIN, Instant.parse("2026-07-05T13:00:00Z")));
		assertThat(weather).hasToString("Weather[temperature=23.7, sky=RAIN, description=rain]");
	}

	@Test
	void summersAreWarmAndSouthernOnesInJanuary() {
		assertThat(meanOfMonth(BERLIN, JULY)).isBetween(15.0, 30.0);
		assertThat(meanOfMonth(BERLIN, JANUARY)).isBetween(-15.0, 5.0);
		assertThat(meanOfMonth(SYDNEY, JANUARY)).isGreaterThan(meanOfMonth(SYDNEY, JULY) + 8);
	}

	@Test
	void equatorHasNoSeasons() {
		Coordinates equator = Coordinates.of(0, 30);
		assertThat(Math.abs(meanOfMonth(equator, JULY) - meanOfMonth(equator, JANUARY))).isLessThan(2.5);
	}

	@Test
	void nightsAreColder() {
		Weather night = this.weather.at(new PlaceHour(BERLIN, Instant.parse("2026-07-05T02:00:00Z")));
		Weather afternoon = this.weather.at(new PlaceHour(BERLIN, Instant.parse("2026-07-05T14:00:00Z")));
		assertThat(afternoon.temperature()).isGreaterThan(night.temperature());
	}

	@Test
	void everySkyIsSeen() {
		Set<Sky> seen = EnumSet.noneOf(Sky.class);
		IntStream.range(0, 3000)
			.forEach((day) -> seen
				.add(this.weather.at(new PlaceHour(BERLIN, JANUARY.plus(Duration.ofDays(day)))).sky()));
		assertThat(seen).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Sky.OTHER)));
	}

	private double meanOfMonth(Coordinates place, Instant from) {
		return IntStream.range(0, 30 * 24)
			.mapToDouble((hour) -> this.weather.at(new PlaceHour(place, from.plus(Duration.ofHours(hour))))
				.temperature()
				.doubleValue())
			.average()
			.orElseThrow();
	}

}
