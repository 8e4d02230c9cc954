package io.cartpulse.dashboard.query;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

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
 * @param timeout how long one card may take in ClickHouse, 1 second or more; unset: 20
 * seconds
 * @param memory what one card may use there, 1MB or more; unset: 500MB
 * @param atOnce how many cards are asked for at once, others wait; unset: 4
 * @param patience how long a card waits for its turn before it is refused; unset: 20
 * seconds
 */
@Validated
@ConfigurationProperties("cartpulse.dashboard")
record QueryLimits(@DefaultValue("10000") @Min(1) @Max(1_000_000) int maxRows,
		@DefaultValue("20s") @DurationUnit(SECONDS) @NotNull @DurationMin(seconds = 1) Duration timeout,
		@DefaultValue("500MB") @NotNull DataSize memory, @DefaultValue("4") @Min(1) @Max(100) int atOnce,
		@DefaultValue("20s") @DurationUnit(SECONDS) @NotNull Duration patience) {

	QueryLimits {
		// 0 would be no limit in ClickHouse, and with less it answers nothing
		if (memory.toBytes() < DataSize.ofMegabytes(1).toBytes()) {
			throw new IllegalArgumentException("cartpulse.dashboard.memory must be at least 1MB, not " + memory);
		}
	}

}
