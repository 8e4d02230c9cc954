package io.cartpulse.enrichment.atlas;

import java.util.List;
import java.util.SplittableRandom;

import io.cartpulse.enrichment.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AtlasTests {

	private static final Atlas ATLAS = Atlas.load();

	private static final List<Spot> SPOTS = AtlasFile.cities().stream().map(Spot::new).toList();

	@ParameterizedTest
	@CsvSource({ "48.8584,2.2945,Paris,FR", "40.7580,-73.9855,New York City,US", "51.5007,-0.1246,London,GB",
			"35.6586,139.7454,Tokyo,JP", "55.7539,37.6208,Moscow,RU", "-33.8568,151.2153,Sydney,AU",
			"52.5163,13.3777,Berlin,DE", "34.0522,-118.2437,Los Angeles,US", "19.4326,-99.1332,Mexico City,MX",
			"-22.9519,-43.2105,Rio de Janeiro,BR", "30.0444,31.2357,Cairo,EG", "1.2903,103.8519,Singapore,SG",
			"41.0082,28.9784,Istanbul,TR", "59.9398,30.3146,Saint Petersburg,RU", "64.1460,-21.9400,Reykjavík,IS",
			"-33.9249,18.4241,Cape Town,ZA", "-54.8069,-68.3073,Ushuaia,AR", "21.3069,-157.8583,Honolulu,US",
			"22.2855,114.1577,Hong Kong,HK", "28.6129,77.2295,Delhi,IN" })
	void knownPointsLieInTheirCities(double lat, double lon, String name, String countryCode) {
		City city = ATLAS.cityAt(lat, lon);
		assertThat(city).isNotNull();
		assertThat(city.name()).isEqualTo(name);
		assertThat(city.countryCode()).isEqualTo(countryCode);
	}

	@ParameterizedTest
	@CsvSource({ "0,-30", "30,-40", "-40,-120", "-60,90", "20,-150", "56,3", "23.5,10.5" })
	void oceansSeasAndDesertsHaveNoCity(double lat, double lon) {
		assertThat(ATLAS.cityAt(lat, lon)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "90,0", "90,180", "-90,0", "-90,-180", "89.9,45", "-89.9,-120" })
	void polesHaveNoCity(double lat, double lon) {
		assertThat(ATLAS.cityAt(lat, lon)).isNull();
	}

	@Test
	void polesAreSearchedAllAround() {
		Atlas wide = Atlas.load(1500);
		assertThat(name(wide.cityAt(90, 0))).isEqualTo("Longyearbyen");
		assertThat(name(wide.cityAt(89, -165))).isEqualTo("Longyearbyen");
	}

	@Test
	void dateLineIsNoBorder() {
		Atlas wide = Atlas.load(400);
		assertThat(name(wide.cityAt(64.73, -179.9))).isEqualTo("Anadyr");
		assertThat(name(wide.cityAt(64.73, 179.9))).isEqualTo("Anadyr");
		assertThat(name(wide.cityAt(-16.43, 180))).isEqualTo(name(wide.cityAt(-16.43, -180))).isNotNull();
	}

	@Test
	void centreOfSuburbIsTheSuburb() {
		assertThat(name(ATLAS.cityAt(48.823, 2.290))).isEqualTo("Vanves");
	}

	@Test
	void distanceIsASetting() {
		assertThat(Atlas.load(3).cityAt(48.8584, 2.2945)).isNull();
		assertThat(Atlas.load(1000).cityAt(23.5, 10.5)).isNotNull();
	}

	@Test
	void treeFindsWhatLookingAtEachCityFinds() {
		SplittableRandom random = new SplittableRandom(7);
		for (int i = 0; i < 200; i++) {
			City near = SPOTS.get(random.nextInt(SPOTS.size())).city();
			double lat = Math.max(-90, Math.min(90, near.lat() + random.nextDouble(-1, 1)));
			double lon = Math.max(-180, Math.min(180, near.lon() + random.nextDouble(-1, 1)));
			assertThat(ATLAS.cityAt(lat, lon)).as("%s,%s", lat, lon).isEqualTo(slowly(lat, lon));
		}
	}

	@Test
	void cityKnowsItsPlaceAndTimeZone() {
		City moscow = ATLAS.cityAt(55.75, 37.62);
		assertThat(moscow).isNotNull();
		assertThat(moscow.place()).isEqualTo(new Place("Moscow", "Russia", "RU"));
		assertThat(moscow.timeZone()).isEqualTo("Europe/Moscow");
	}

	@Test
	void countriesAreKnownByEitherCode() {
		assertThat(Countries.name("DE")).isEqualTo("Germany");
		assertThat(Countries.code("USA")).isEqualTo("US");
		assertThat(Countries.code("XK")).isEqualTo("XK");
		assertThat(Countries.code("ZZZ")).isNull();
	}

	private static @Nullable String name(@Nullable City city) {
		return (city != null) ? city.name() : null;
	}

	private static @Nullable City slowly(double lat, double lon) {
		NearestSpot nearest = new NearestSpot(lat, lon, Atlas.DEFAULT_MAX_DISTANCE_KM);
		SPOTS.forEach(nearest::consider);
		return nearest.city();
	}

}
