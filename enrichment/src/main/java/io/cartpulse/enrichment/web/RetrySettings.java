package io.cartpulse.enrichment.web;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a request is repeated, and when a provider is left alone.
 *
 * @param attempts how often a request is made at most, the first time included; each
 * counts in the budget; unset: 3
 * @param backOff the pause before the second attempt; it doubles, and a random share is
 * added; where the provider says how long, that long; unset: 500 ms
 * @param maxBackOff the longest pause; where the provider asks for a longer one, the
 * request is given up and the provider left alone until then; unset: 10 seconds
 * @param breakerFailures so many failed attempts in a row open the breaker; unset: 5
 * @param breakerOpen it stays open for so long, then one attempt decides; unset: 2
 * minutes
 */
@Validated
@ConfigurationProperties("cartpulse.enrichment.retry")
public record RetrySettings(@DefaultValue("3") @Min(1) @Max(10) int attempts,
		@DefaultValue("500ms") @NotNull @DurationMin(millis = 1) Duration backOff,
		@DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration maxBackOff,
		@DefaultValue("5") @Min(1) @Max(1000) int breakerFailures,
		@DefaultValue("2m") @NotNull @DurationMin(millis = 1) Duration breakerOpen) {

}
