package io.cartpulse.enrichment.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Sky;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.Json;
import io.cartpulse.enrichment.web.WebApi;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * OpenWeather: the weather of now, and of past hours where the plan includes One Call
 * 3.0. What is observed now also stands for the hour before.
 */
public final class OpenWeather implements RemoteSource<PlaceHour, Weather>, AutoCloseable {

	/** Stands beside its values. */
	public static final String NAME = "open-weather";

	private static final Duration FARTHEST_TIME = Duration.ofHours(3);

	private static final BigDecimal COLDEST = BigDecimal.valueOf(-95);

	private static final BigDecimal WARMEST = BigDecimal.valueOf(65);

	/** No °F and no K that weather can have is beyond. */
	private static final BigDecimal WARMEST_IN_OTHER_UNITS = BigDecimal.valueOf(340);

	private final OpenWeatherSettings settings;

	private final WebApi api;

	private final Clock clock;

	/**
	 * The provider.
	 * @param clock tells which hour is now
	 */
	public OpenWeather(OpenWeatherSettings settings, WebClient.Builder client, Clock clock) {
		this.settings = settings;
		// the code repeats the HTTP status, as a number or a text
		this.api = new WebApi(settings.endpoint(NAME, "appid", settings.key()), client,
				(json) -> (json.has("cod") && !"200".equals(json.text("cod"))) ? json.text("cod") : null,
				Map.of("401", FailureKind.UNAUTHORIZED, "429", FailureKind.QUOTA_SPENT));
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean isOn() {
		return this.settings.key().isSet();
	}

	@Override
	public String switchedOnBy() {
		return OpenWeatherSettings.PREFIX + ".key";
	}

	@Override
	public ProviderSettings settings() {
		return this.settings;
	}

	@Override
	public @Nullable String cannotAnswer(PlaceHour at) {
		return (isNow(at) || this.settings.history()) ? null
				: "OpenWeather's free plan does not know past hours: with One Call 3.0, set "
						+ OpenWeatherSettings.PREFIX + ".history";
	}

	@Override
	public Weather ask(PlaceHour at) {
		return isNow(at) ? current(at) : past(at);
	}

	@Override
	public void close() {
		this.api.close();
	}

	private boolean isNow(PlaceHour at) {
		Instant thisHour = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		return !at.hour().isBefore(thisHour.minus(1, ChronoUnit.HOURS));
	}

	private Weather current(PlaceHour at) {
		Json answer = this.api.get("/2.5/weather?lat={lat}&lon={lon}&units=metric&lang=en",
				Map.of("lat", at.at().lat(), "lon", at.at().lon()));
		requireNear(answer.object("coord"), at);
		return read(answer, answer.object("main"), at);
	}

	private Weather past(PlaceHour at) {
		Json answer = this.api.get("/3.0/onecall/timemachine?lat={lat}&lon={lon}&dt={dt}&units=metric&lang=en",
				Map.of("lat", at.at().lat(), "lon", at.at().lon(), "dt", at.hour().getEpochSecond()));
		requireNear(answer, at);
		List<Json> hours = answer.objects("data");
		if (hours.isEmpty()) {
			throw answer.failure(FailureKind.EMPTY, "there is no weather");
		}
		return read(hours.get(0), hours.get(0), at);
	}

	private static Weather read(Json moment, Json measured, PlaceHour at) {
		Duration apart = Duration.between(at.hour(), moment.moment("dt")).abs();
		if (apart.compareTo(FARTHEST_TIME) > 0) {
			throw moment.failure(FailureKind.OUT_OF_RANGE, "the weather is of another time");
		}
		List<Json> skies = moment.objects("weather");
		if (skies.isEmpty()) {
			throw moment.failure(FailureKind.EMPTY, "there is no weather");
		}
		Sky sky = sky(skies.get(0).number("id"));
		String description = skies.get(0).text("description");
		return new Weather(temperature(moment, measured.number("temp")), sky,
				(description != null) ? description : sky.text());
	}

	private static void requireNear(Json point, PlaceHour at) {
		if (!Vicinity.of(at.at()).has(point.number("lat"), point.number("lon"))) {
			throw point.failure(FailureKind.OUT_OF_RANGE, "the weather is of another place");
		}
	}

	private static BigDecimal temperature(Json moment, BigDecimal celsius) {
		if (celsius.compareTo(WARMEST) > 0 && celsius.compareTo(WARMEST_IN_OTHER_UNITS) <= 0) {
			throw moment.failure(FailureKind.WRONG_UNITS, "the temperature is not in °C");
		}
		if (celsius.compareTo(COLDEST) < 0 || celsius.compareTo(WARMEST) > 0) {
			throw moment.failure(FailureKind.OUT_OF_RANGE, "no such temperature can be");
		}
		return celsius.setScale(1, RoundingMode.HALF_UP);
	}

	/** By OpenWeather's table of condition codes. */
	private static Sky sky(BigDecimal id) {
		int code = (id.compareTo(BigDecimal.ZERO) > 0 && id.compareTo(BigDecimal.valueOf(1000)) < 0) ? id.intValue()
				: 0;
		return switch (code / 100) {
			case 2 -> Sky.THUNDERSTORM;
			case 3 -> Sky.DRIZZLE;
			case 5 -> Sky.RAIN;
			case 6 -> Sky.SNOW;
			case 7 -> (code == 701 || code == 721 || code == 741) ? Sky.MIST : Sky.OTHER;
			case 8 -> (code == 800) ? Sky.CLEAR : Sky.CLOUDS;
			default -> Sky.OTHER;
		};
	}

}
