package io.cartpulse.launch;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are started.
 *
 * @param watchOrphans whether this process restarts runs that a dead process left behind;
 * unset: true for {@code up} and {@code demo}, false for a single run
 * @param orphanWatch how often it looks for them; unset: 10 seconds
 */
@Validated
@ConfigurationProperties("cartpulse.launch")
record LaunchSettings(@DefaultValue("false") boolean watchOrphans,
		@DefaultValue("10s") @NotNull @DurationMin(millis = 100) Duration orphanWatch) {

}
