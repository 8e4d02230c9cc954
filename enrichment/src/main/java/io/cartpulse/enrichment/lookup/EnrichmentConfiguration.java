package io.cartpulse.enrichment.lookup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.provider.ExchangeRateApi;
import io.cartpulse.enrichment.provider.ExchangeRateApiSettings;
import io.cartpulse.enrichment.provider.OpenExchangeRates;
import io.cartpulse.enrichment.provider.OpenExchangeRatesSettings;
import io.cartpulse.enrichment.provider.OpenWeather;
import io.cartpulse.enrichment.provider.OpenWeatherSettings;
import io.cartpulse.enrichment.provider.Positionstack;
import io.cartpulse.enrichment.provider.PositionstackSettings;
import io.cartpulse.enrichment.sample.SampleRates;
import io.cartpulse.enrichment.sample.SampleWeather;
import io.cartpulse.enrichment.book.BudgetTable;
import io.cartpulse.enrichment.store.DayRateTable;
import io.cartpulse.enrichment.book.FailureTable;
import io.cartpulse.enrichment.store.LatestRateTable;
import io.cartpulse.enrichment.book.PendingTable;
import io.cartpulse.enrichment.store.PlaceTable;
import io.cartpulse.enrichment.store.WeatherTable;
import io.cartpulse.enrichment.web.RetrySettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reference data: the providers, what is on board, and the tables it is kept in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ EnrichmentSettings.class, RetrySettings.class, OpenExchangeRatesSettings.class,
		ExchangeRateApiSettings.class, PositionstackSettings.class, OpenWeatherSettings.class })
public class EnrichmentConfiguration {

	@Bean
	OpenExchangeRates openExchangeRates(OpenExchangeRatesSettings settings, EnrichmentSettings enrichment,
			ObjectProvider<WebClient.Builder> client) {
		return new OpenExchangeRates(settings, enrichment.currencies(), client.getIfAvailable(WebClient::builder));
	}

	@Bean
	ExchangeRateApi exchangeRateApi(ExchangeRateApiSettings settings, EnrichmentSettings enrichment,
			ObjectProvider<WebClient.Builder> client, ObjectProvider<Clock> clock) {
		return new ExchangeRateApi(settings, enrichment.currencies(), client.getIfAvailable(WebClient::builder),
				clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	Positionstack positionstack(PositionstackSettings settings, ObjectProvider<WebClient.Builder> client) {
		return new Positionstack(settings, client.getIfAvailable(WebClient::builder));
	}

	@Bean
	OpenWeather openWeather(OpenWeatherSettings settings, ObjectProvider<WebClient.Builder> client,
			ObjectProvider<Clock> clock) {
		return new OpenWeather(settings, client.getIfAvailable(WebClient::builder),
				clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	Books enrichmentBooks(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions,
			ObjectProvider<Clock> clock) {
		return new Books(new BudgetTable(jdbc, transactions), new PendingTable(jdbc), new FailureTable(jdbc),
				transactions, clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	LookupFactory lookupFactory(RetrySettings retry, Books books) {
		return new LookupFactory(retry, books);
	}

	@Bean
	Lookup<LocalDate, Rates> rateLookup(LookupFactory lookups, EnrichmentSettings settings, JdbcOperations jdbc,
			OpenExchangeRates openExchangeRates, ExchangeRateApi exchangeRateApi) {
		Function<LocalDate, Rates> sample = (day) -> SampleRates.on(day, settings.currencies());
		return lookups.lookup(Subjects.RATES, new DayRateTable(jdbc, settings.currencies()),
				List.of(openExchangeRates.closing(), exchangeRateApi.closing()),
				settings.sampleRates() ? new SampleSource<>(sample) : null);
	}

	@Bean
	Lookup<Instant, Rates> latestRateLookup(LookupFactory lookups, EnrichmentSettings settings, JdbcOperations jdbc,
			OpenExchangeRates openExchangeRates, ExchangeRateApi exchangeRateApi) {
		Function<Instant, Rates> sample = (hour) -> SampleRates.on(LocalDate.ofInstant(hour, ZoneOffset.UTC),
				settings.currencies());
		return lookups.lookup(Subjects.LATEST_RATES, new LatestRateTable(jdbc, settings.currencies()),
				List.of(openExchangeRates.latest(), exchangeRateApi.latest()),
				settings.sampleRates() ? new SampleSource<>(sample) : null);
	}

	@Bean
	Lookup<Coordinates, Place> placeLookup(LookupFactory lookups, EnrichmentSettings settings, JdbcOperations jdbc,
			Positionstack positionstack) {
		return lookups.lookup(Subjects.PLACES, new PlaceTable(jdbc), List.of(positionstack),
				settings.atlas() ? new AtlasPlaces(settings.atlasMaxDistanceKm()) : null);
	}

	@Bean
	Lookup<PlaceHour, Weather> weatherLookup(LookupFactory lookups, EnrichmentSettings settings, JdbcOperations jdbc,
			OpenWeather openWeather) {
		SampleWeather sample = new SampleWeather(settings.sampleSeed());
		return lookups.lookup(Subjects.WEATHER, new WeatherTable(jdbc), List.of(openWeather),
				settings.sampleWeather() ? new SampleSource<>(sample::at) : null);
	}

	@Bean
	ReferenceData referenceData(Lookup<LocalDate, Rates> rates, Lookup<Instant, Rates> latestRates,
			Lookup<Coordinates, Place> places, Lookup<PlaceHour, Weather> weather, Books books) {
		return new LookupReferenceData(rates, latestRates, places, weather, books.clock());
	}

}
