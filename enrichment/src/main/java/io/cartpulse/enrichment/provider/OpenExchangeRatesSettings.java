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
 * How Open Exchange Rates is asked.
 *
 * @param key the account's key; unset: rates come from elsewhere
 * @param baseUrl scheme, host and the path that all addresses begin with; unset:
 * https://openexchangerates.org/api
 * @param budgetPerMinute requests a minute, of all instances together; unset: 30
 * @param budgetPerDay requests a day; unset: no limit but the month's
 * @param budgetPerMonth requests a calendar month in UTC; unset: 1000, what the free plan
 * allows
 * @param concurrency requests under way at most in this instance; unset: 2
 * @param connectTimeout how long a connection may take to be made; unset: 3 seconds
 * @param timeout how long a request may take in all; unset: 10 seconds
 */
@Validated
@ConfigurationProperties(OpenExchangeRatesSettings.PREFIX)
public record OpenExchangeRatesSettings(@DefaultValue("") @NotNull ApiKey key,
		@DefaultValue("https://openexchangerates.org/api") @NotNull URI baseUrl,
		@DefaultValue("30") @Min(1) int budgetPerMinute, @Min(1) @Nullable Integer budgetPerDay,
		@DefaultValue("1000") @Min(1) int budgetPerMonth, @DefaultValue("2") @Min(1) @Max(64) int concurrency,
		@DefaultValue("3s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration timeout) implements ProviderSettings {

	static final String PREFIX = "cartpulse.enrichment.open-exchange-rates";

	/**
	 * Checks the address.
	 */
	public OpenExchangeRatesSettings {
		ProviderSettings.requireBaseUrl(PREFIX + ".base-url", baseUrl);
	}

}
