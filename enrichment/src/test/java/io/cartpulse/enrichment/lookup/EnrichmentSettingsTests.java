package io.cartpulse.enrichment.lookup;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cartpulse.enrichment.provider.ExchangeRateApiSettings;
import io.cartpulse.enrichment.provider.OpenExchangeRatesSettings;
import io.cartpulse.enrichment.provider.OpenWeatherSettings;
import io.cartpulse.enrichment.provider.PositionstackSettings;
import io.cartpulse.enrichment.testing.SearchedLog;
import io.cartpulse.enrichment.web.ApiKey;
import io.cartpulse.enrichment.web.RetrySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnrichmentSettingsTests {

	private static final String ENRICHMENT = "cartpulse.enrichment";

	private static final String RETRY = ENRICHMENT + ".retry";

	private static final String RATES = ENRICHMENT + ".open-exchange-rates";

	private static final String MIRROR = ENRICHMENT + ".exchange-rate-api";

	private static final String PLACES = ENRICHMENT + ".positionstack";

	private static final String WEATHER = ENRICHMENT + ".open-weather";

	private static final Duration THREE = Duration.ofSeconds(3);

	private static final Duration TEN = Duration.ofSeconds(10);

	@Test
	void enrichmentHasDefaults() {
		assertThat(bind(ENRICHMENT, EnrichmentSettings.class, Map.of()))
			.isEqualTo(new EnrichmentSettings(List.of(), true, 50, true, true, 1))
			.extracting(EnrichmentSettings::currencies)
			.isEqualTo(List.of("EUR", "RUB"));
	}

	@Test
	void enrichmentTakesEveryProperty() {
		Map<String, String> all = Map.of(ENRICHMENT + ".currencies", "GBP,USD,EUR,GBP", ENRICHMENT + ".atlas", "false",
				ENRICHMENT + ".atlas-max-distance-km", "100", ENRICHMENT + ".sample-rates", "false",
				ENRICHMENT + ".sample-weather", "false", ENRICHMENT + ".sample-seed", "7");
		assertThat(bind(ENRICHMENT, EnrichmentSettings.class, all))
			.isEqualTo(new EnrichmentSettings(List.of("GBP"), false, 100, false, false, 7))
			.extracting(EnrichmentSettings::currencies)
			.as("with those of costs")
			.isEqualTo(List.of("EUR", "RUB", "GBP"));
	}

	@Test
	void retryHasDefaults() {
		assertThat(bind(RETRY, RetrySettings.class, Map.of()))
			.isEqualTo(new RetrySettings(3, Duration.ofMillis(500), TEN, 5, Duration.ofMinutes(2)));
	}

	@Test
	void retryTakesEveryProperty() {
		Map<String, String> all = Map.of(RETRY + ".attempts", "2", RETRY + ".back-off", "1s", RETRY + ".max-back-off",
				"3s", RETRY + ".breaker-failures", "9", RETRY + ".breaker-open", "1h");
		assertThat(bind(RETRY, RetrySettings.class, all))
			.isEqualTo(new RetrySettings(2, Duration.ofSeconds(1), THREE, 9, Duration.ofHours(1)));
	}

	@Test
	void providersHaveDefaults() {
		ApiKey none = ApiKey.of("");
		assertThat(bind(RATES, OpenExchangeRatesSettings.class, Map.of())).isEqualTo(new OpenExchangeRatesSettings(none,
				URI.create("https://openexchangerates.org/api"), 30, null, 1000, 2, THREE, TEN));
		assertThat(bind(MIRROR, ExchangeRateApiSettings.class, Map.of())).isEqualTo(new ExchangeRateApiSettings(false,
				URI.create("https://open.er-api.com/v6"), 1, null, 744, 1, THREE, TEN));
		assertThat(bind(PLACES, PositionstackSettings.class, Map.of())).isEqualTo(new PositionstackSettings(none,
				URI.create("https://api.positionstack.com/v1"), 30, null, 100, 2, THREE, TEN));
		assertThat(bind(WEATHER, OpenWeatherSettings.class, Map.of())).isEqualTo(new OpenWeatherSettings(none, false,
				URI.create("https://api.openweathermap.org/data"), 60, null, 1_000_000, 4, THREE, TEN));
	}

	@Test
	void providersTakeEveryProperty() {
		ApiKey key = ApiKey.of("secret");
		URI url = URI.create("http://127.0.0.1:8080/x");
		Duration two = Duration.ofSeconds(2);
		Duration four = Duration.ofSeconds(4);
		assertThat(bind(RATES, OpenExchangeRatesSettings.class, all(RATES)))
			.isEqualTo(new OpenExchangeRatesSettings(key, url, 1, 2, 3, 4, two, four));
		assertThat(bind(MIRROR, ExchangeRateApiSettings.class, all(MIRROR)))
			.isEqualTo(new ExchangeRateApiSettings(true, url, 1, 2, 3, 4, two, four));
		assertThat(bind(PLACES, PositionstackSettings.class, all(PLACES)))
			.isEqualTo(new PositionstackSettings(key, url, 1, 2, 3, 4, two, four));
		assertThat(bind(WEATHER, OpenWeatherSettings.class, all(WEATHER)))
			.isEqualTo(new OpenWeatherSettings(key, true, url, 1, 2, 3, 4, two, four));
	}

	@Test
	void keysAreNotPrinted() {
		assertThat(bind(RATES, OpenExchangeRatesSettings.class, all(RATES)).toString()).doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://host", "host", "https://host?x=1", "https://user@host", "https:///path" })
	void addressesThatAreNoneAreRefused(String url) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(PLACES, PositionstackSettings.class, Map.of(PLACES + ".base-url", url)))
			.havingRootCause()
			.withMessageContaining("cartpulse.enrichment.positionstack.base-url must be http(s)://host");
	}

	@ParameterizedTest
	@CsvSource({ "currencies,euro", "atlas-max-distance-km,0", "retry.attempts,0", "retry.breaker-failures,0",
			"open-weather.budget-per-minute,0", "open-weather.budget-per-day,0", "positionstack.concurrency,0",
			"open-exchange-rates.timeout,0s" })
	void nonsenseIsRefused(String property, String value) {
		new ApplicationContextRunner().withUserConfiguration(AllSettings.class)
			.withPropertyValues(ENRICHMENT + "." + property + "=" + value)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void refusedSettingsDoNotTellTheKey() {
		new ApplicationContextRunner().withUserConfiguration(AllSettings.class)
			.withPropertyValues(PLACES + ".key=s3cr3t", PLACES + ".concurrency=0")
			.run((context) -> assertThat(context.getStartupFailure()).isNotNull()
				.satisfies((ex) -> assertThat(SearchedLog.printed(ex)).doesNotContain("s3cr3t")));
	}

	private static Map<String, String> all(String prefix) {
		return Map.ofEntries(Map.entry(prefix + ".key", "secret"), Map.entry(prefix + ".enabled", "true"),
				Map.entry(prefix + ".history", "true"), Map.entry(prefix + ".base-url", "http://127.0.0.1:8080/x"),
				Map.entry(prefix + ".budget-per-minute", "1"), Map.entry(prefix + ".budget-per-day", "2"),
				Map.entry(prefix + ".budget-per-month", "3"), Map.entry(prefix + ".concurrency", "4"),
				Map.entry(prefix + ".connect-timeout", "2s"), Map.entry(prefix + ".timeout", "4s"));
	}

	private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
	}

	@EnableConfigurationProperties({ EnrichmentSettings.class, RetrySettings.class, OpenExchangeRatesSettings.class,
			ExchangeRateApiSettings.class, PositionstackSettings.class, OpenWeatherSettings.class })
	static class AllSettings {

	}

}
