package io.cartpulse.observe;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the way of the data is looked at.
 *
 * @param watch whether this process looks at it from time to time; unset: true for
 * {@code up} and {@code demo}, false for a single run
 * @param every how often; metrics and limits show the last look; unset: 30 seconds
 * @param patience how long an engine may take to answer; unset: 3 seconds
 */
@Validated
@ConfigurationProperties("cartpulse.observe")
record ObserveSettings(@DefaultValue("false") boolean watch,
		@DefaultValue("30s") @NotNull @DurationMin(millis = 100) Duration every,
		@DefaultValue("3s") @NotNull @DurationMin(millis = 100) Duration patience) {

}
