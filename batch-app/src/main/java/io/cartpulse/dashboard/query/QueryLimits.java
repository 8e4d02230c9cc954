package io.cartpulse.dashboard.query;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import static java.time.temporal.ChronoUnit.SECONDS;

/**
 * What the cards of dashboards may cost.
 *
 * @param maxRows how many rows an answer has at most, further ones are cut off; unset:
 * 10000
 * @param timeout how long one card may take in ClickHouse; unset: 20 seconds
 * @param memory what one card may use there; unset: 500MB
 * @param atOnce how many cards are asked for at once, others wait; unset: 4
 * @param patience how long a card waits for its turn before it is refused; unset: 20
 * seconds
 */
@Validated
@ConfigurationProperties("cartpulse.dashboard")
record QueryLimits(@DefaultValue("10000") @Min(1) @Max(1_000_000) int maxRows,
		@DefaultValue("20s") @DurationUnit(SECONDS) @NotNull Duration timeout,
		@DefaultValue("500MB") @NotNull DataSize memory, @DefaultValue("4") @Min(1) @Max(100) int atOnce,
		@DefaultValue("20s") @DurationUnit(SECONDS) @NotNull Duration patience) {

}
