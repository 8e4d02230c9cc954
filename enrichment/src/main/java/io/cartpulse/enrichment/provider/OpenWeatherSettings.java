package io.cartpulse.enrichment.provider;

import java.net.URI;
import java.time.Duration;

import io.cartpulse.enrichment.web.ApiKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How OpenWeather is asked.
 *
 * @param key the account's key; unset: weather is sample data
 * @param history whether the plan includes One Call 3.0, by which past hours are asked
 * for; unset: no, so that only the present hour and the one before it are known
 * @param baseUrl scheme, host and the path that all addresses begin with; unset:
 * https://api.openweathermap.org/data
 * @param budgetPerMinute requests a minute, of all instances together; unset: 60
 * @param budgetPerDay requests a day; unset: no limit but the month's
 * @param budgetPerMonth requests a calendar month in UTC; unset: 1000000, what the free
 * plan allows
 * @param concurrency requests under way at most in this instance; unset: 4
 * @param connectTimeout how long a connection may take to be made; unset: 3 seconds
 * @param timeout how long a request may take in all; unset: 10 seconds
 */
@Validated
@ConfigurationProperties(OpenWeatherSettings.PREFIX)
public record OpenWeatherSettings(@DefaultValue("") @NotNull ApiKey key, @DefaultValue("false") boolean history,
		@DefaultValue("https://api.openweathermap.org/data") @NotNull URI baseUrl,
		@DefaultValue("60") @Min(1) int budgetPerMinute, @Min(1) @Nullable Integer budgetPerDay,
		@DefaultValue("1000000") @Min(1) int budgetPerMonth, @DefaultValue("4") @Min(1) @Max(64) int concurrency,
		@DefaultValue("3s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration timeout) implements ProviderSettings {

	static final String PREFIX = "cartpulse.enrichment.open-weather";

	/**
	 * Checks the address.
	 */
	public OpenWeatherSettings {
		ProviderSettings.requireBaseUrl(PREFIX + ".base-url", baseUrl);
	}

}
