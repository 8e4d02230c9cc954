package io.cartpulse.enrichment.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.testing.MovableClock;
import io.cartpulse.enrichment.web.FailureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenWeatherTests extends ProviderContract {

	private static final MovableClock CLOCK = new MovableClock("2026-07-11T14:20:00Z");

	private static final PlaceHour NOW = at("2026-07-11T14:00:00Z");

	private static final PlaceHour PAST = at("2026-07-10T09:00:00Z");

	private @Nullable OpenWeather provider;

	@Override
	Weather ask() {
		return provider().ask(NOW);
	}

	@Override
	String properAnswer() {
		return current(501, "moderate rain", "18.36", "2026-07-11T14:12:00Z");
	}

	@Override
	FailureKind ofAnotherKind() {
		return FailureKind.MALFORMED;
	}

	@Override
	void close() {
		provider().close();
	}

	@Test
	void presentWeatherIsAsked() {
		server.answer(200, properAnswer());
		assertThat(ask()).isEqualTo(new Weather(new BigDecimal("18.4"), Sky.RAIN, "moderate rain"));
		assertThat(server.requests())
			.containsExactly("/base/2.5/weather?lat=44.34&lon=10.99&units=metric&lang=en&appid=" + KEY_IN_QUERY);
	}

	@Test
	void presentWeatherStandsForTheHourBefore() {
		server.answer(200, properAnswer());
		assertThat(provider().ask(at("2026-07-11T13:00:00Z")).sky()).isEqualTo(Sky.RAIN);
		assertThat(server.requests().get(0)).startsWith("/base/2.5/weather?");
	}

	@Test
	void pastWeatherIsAskedByTime() {
		server.answer(200, past("2026-07-10T09:00:00Z", "-3.25"));
		assertThat(provider().ask(PAST)).isEqualTo(new Weather(new BigDecimal("-3.3"), Sky.SNOW, "light snow"));
		assertThat(server.requests()).containsExactly("/base/3.0/onecall/timemachine?lat=44.34&lon=10.99&dt="
				+ PAST.hour().getEpochSecond() + "&units=metric&lang=en&appid=" + KEY_IN_QUERY);
	}

	@Test
	void pastWeatherIsNotAskedWithoutThePlan() {
		OpenWeatherSettings free = new Binder(
				new MapConfigurationPropertySource(Map.of(OpenWeatherSettings.PREFIX + ".key", KEY)))
			.bind(OpenWeatherSettings.PREFIX, OpenWeatherSettings.class)
			.get();
		try (OpenWeather without = new OpenWeather(free, client(), CLOCK)) {
			assertThat(without.cannotAnswer(PAST)).contains("cartpulse.enrichment.open-weather.history");
			assertThat(without.cannotAnswer(NOW)).isNull();
		}
		assertThat(provider().cannotAnswer(PAST)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "210,THUNDERSTORM", "301,DRIZZLE", "511,RAIN", "602,SNOW", "701,MIST", "721,MIST", "741,MIST",
			"711,OTHER", "781,OTHER", "800,CLEAR", "801,CLOUDS", "804,CLOUDS", "0,OTHER",
			"99999999999999999999,OTHER" })
	void conditionCodesAreGrouped(String id, Sky sky) {
		server.answer(200, current(id, "words", "20", "2026-07-11T14:12:00Z"));
		assertThat(ask().sky()).isEqualTo(sky);
	}

	@ParameterizedTest
	@CsvSource({ "291.5,WRONG_UNITS", "72,WRONG_UNITS", "-96,OUT_OF_RANGE", "341,OUT_OF_RANGE", "1e999999,OUT_OF_RANGE",
			"\"18\",MALFORMED", "null,MALFORMED" })
	void unbelievableTemperaturesAreRefused(String temperature, FailureKind kind) {
		server.answer(200, current(800, "clear sky", temperature, "2026-07-11T14:12:00Z"));
		assertFails(kind);
	}

	@Test
	void weatherOfAnotherTimeIsRefused() {
		server.answer(200, current(800, "clear sky", "20", "2026-07-11T10:00:00Z"));
		assertFails(FailureKind.OUT_OF_RANGE);
	}

	@Test
	void weatherOfAnotherPlaceIsRefused() {
		server.answer(200, properAnswer().replace("44.34", "46.1"));
		assertFails(FailureKind.OUT_OF_RANGE);
	}

	@Test
	void answerWithoutWeatherIsEmpty() {
		server.answer(200, properAnswer().replaceAll("\"weather\":\\[.*?\\]", "\"weather\":[]"));
		assertFails(FailureKind.EMPTY);
	}

	@ParameterizedTest
	@CsvSource({ "401,401,UNAUTHORIZED", "404,\"404\",REJECTED", "429,429,QUOTA_SPENT", "400,\"400\",REJECTED",
			"500,500,SERVER_ERROR", "200,\"404\",REJECTED", "200,401,UNAUTHORIZED" })
	void documentedErrorsAreToldApart(int status, String cod, FailureKind kind) {
		server.answer(status, "{\"cod\":" + cod + ",\"message\":\"See the documentation.\"}");
		assertFails(kind);
	}

	private static PlaceHour at(String hour) {
		return new PlaceHour(Coordinates.of(44.34, 10.99), Instant.parse(hour));
	}

	private static String current(Object id, String words, String temperature, String measured) {
		return "{\"coord\":{\"lon\":10.99,\"lat\":44.34},\"weather\":[{\"id\":" + id
				+ ",\"main\":\"Rain\",\"description\":\"" + words
				+ "\",\"icon\":\"10d\"}],\"base\":\"stations\",\"main\":{\"temp\":" + temperature
				+ ",\"feels_like\":18.0,\"pressure\":1015,\"humidity\":64},\"visibility\":10000,\"dt\":"
				+ Instant.parse(measured).getEpochSecond()
				+ ",\"sys\":{\"country\":\"IT\"},\"timezone\":7200,\"id\":3163858,\"name\":\"Zocca\",\"cod\":200}";
	}

	private static String past(String hour, String temperature) {
		return "{\"lat\":44.34,\"lon\":10.99,\"timezone\":\"Europe/Rome\",\"timezone_offset\":7200,\"data\":[{\"dt\":"
				+ Instant.parse(hour).getEpochSecond() + ",\"temp\":" + temperature
				+ ",\"weather\":[{\"id\":600,\"main\":\"Snow\",\"description\":\"light snow\",\"icon\":\"13d\"}]}]}";
	}

	private OpenWeather provider() {
		if (this.provider == null) {
			this.provider = new OpenWeather(settings(OpenWeatherSettings.PREFIX, OpenWeatherSettings.class), client(),
					CLOCK);
		}
		return this.provider;
	}

}
