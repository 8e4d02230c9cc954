package io.cartpulse.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Simulated traffic, which goes into the same topic as a real store's events.
 *
 * @param enabled whether job generate-events may publish; unset: true for {@code demo},
 * else false
 * @param pastDays how many days of past a new shop begins with; unset: 60
 */
@Validated
@ConfigurationProperties("cartpulse.simulation")
public record TrafficSettings(@DefaultValue("false") boolean enabled,
		@DefaultValue("60") @Min(0) @Max(3650) int pastDays) {

}
