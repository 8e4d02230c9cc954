package io.cartpulse.reference;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much reference data a run asks for.
 *
 * @param pageSize values that are asked for in one chunk, after which the run can be
 * stopped; unset: 20
 * @param longestStep after this time a step begins no further chunk: the rest is for
 * later runs; unset: 10 minutes
 */
@Validated
@ConfigurationProperties("cartpulse.reference")
record ReferenceSettings(@DefaultValue("20") @Min(1) @Max(10_000) int pageSize,
		@DefaultValue("10m") @NotNull @DurationMin(millis = 1) Duration longestStep) {

}
