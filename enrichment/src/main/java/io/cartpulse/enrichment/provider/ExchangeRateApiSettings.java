package io.cartpulse.enrichment.provider;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the open endpoint of ExchangeRate-API is asked, which needs no key and has no
 * history.
 *
 * @param enabled whether it is asked where Open Exchange Rates is off or has no answer
 * yet; its terms ask to show where the rates come from; unset: no
 * @param baseUrl scheme, host and the path that all addresses begin with; unset:
 * https://open.er-api.com/v6
 * @param budgetPerMinute requests a minute, of all instances together; unset: 1
 * @param budgetPerDay requests a day; unset: no limit but the month's
 * @param budgetPerMonth requests a calendar month in UTC; unset: 744, once an hour, which
 * is never refused
 * @param concurrency requests under way at most in this instance; unset: 1
 * @param connectTimeout how long a connection may take to be made; unset: 3 seconds
 * @param timeout how long a request may take in all; unset: 10 seconds
 */
@Validated
@ConfigurationProperties(ExchangeRateApiSettings.PREFIX)
public record ExchangeRateApiSettings(@DefaultValue("false") boolean enabled,
		@DefaultValue("https://open.er-api.com/v6") @NotNull URI baseUrl,
		@DefaultValue("1") @Min(1) int budgetPerMinute, @Min(1) @Nullable Integer budgetPerDay,
		@DefaultValue("744") @Min(1) int budgetPerMonth, @DefaultValue("1") @Min(1) @Max(64) int concurrency,
		@DefaultValue("3s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration timeout) implements ProviderSettings {

	static final String PREFIX = "cartpulse.enrichment.exchange-rate-api";

	/**
	 * Checks the address.
	 */
	public ExchangeRateApiSettings {
		ProviderSettings.requireBaseUrl(PREFIX + ".base-url", baseUrl);
	}

}
