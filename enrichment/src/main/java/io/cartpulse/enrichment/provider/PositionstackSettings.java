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
 * How positionstack is asked.
 *
 * @param key the account's key; unset: places come from the atlas on board
 * @param baseUrl scheme, host and the path that all addresses begin with; unset:
 * https://api.positionstack.com/v1
 * @param budgetPerMinute requests a minute, of all instances together; unset: 30
 * @param budgetPerDay requests a day; unset: no limit but the month's
 * @param budgetPerMonth requests a calendar month in UTC; unset: 100, what the free plan
 * allows
 * @param concurrency requests under way at most in this instance; unset: 2
 * @param connectTimeout how long a connection may take to be made; unset: 3 seconds
 * @param timeout how long a request may take in all; unset: 10 seconds
 */
@Validated
@ConfigurationProperties(PositionstackSettings.PREFIX)
public record PositionstackSettings(@DefaultValue("") @NotNull ApiKey key,
		@DefaultValue("https://api.positionstack.com/v1") @NotNull URI baseUrl,
		@DefaultValue("30") @Min(1) int budgetPerMinute, @Min(1) @Nullable Integer budgetPerDay,
		@DefaultValue("100") @Min(1) int budgetPerMonth, @DefaultValue("2") @Min(1) @Max(64) int concurrency,
		@DefaultValue("3s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration timeout) implements ProviderSettings {

	static final String PREFIX = "cartpulse.enrichment.positionstack";

	/**
	 * Checks the address.
	 */
	public PositionstackSettings {
		ProviderSettings.requireBaseUrl(PREFIX + ".base-url", baseUrl);
	}

}
