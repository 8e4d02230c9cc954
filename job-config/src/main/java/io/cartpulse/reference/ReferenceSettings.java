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
 * @param pageSize values that are asked for in one transaction; unset: 50
 * @param longestStep after this time a step begins no further page: the rest is for later
 * runs, so that slow providers do not keep DDS from its other writers; unset: 1 minute
 */
@Validated
@ConfigurationProperties("cartpulse.reference")
record ReferenceSettings(@DefaultValue("50") @Min(1) @Max(10_000) int pageSize,
		@DefaultValue("1m") @NotNull @DurationMin(millis = 1) Duration longestStep) {

}
