package io.cartpulse.alert;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people are told of.
 *
 * @param watch whether this process looks at limits and answers in chats; unset: true for
 * {@code up} and {@code demo}, false for a single run
 * @param onSuccess names of the jobs whose success is told too; unset: none
 * @param consoleUrl where links lead, {@code https://cartpulse.example.org} say; unset:
 * this machine and the port of the application
 * @param foldFor how long repeats of one failure are only counted, before their number is
 * told; unset: one hour
 * @param checkEvery how often limits are looked at; unset: one minute
 * @param quarantine open records in quarantine from which on it is told; unset: 1000
 * @param deadLetters records of the last 24 hours that could not be read from which on it
 * is told; unset: 1000
 * @param lag records waiting in Kafka from which on it is told; unset: 1000000
 * @param staleAfter how long something may wait since the marts were last published;
 * unset: 26 hours
 */
@Validated
@ConfigurationProperties("cartpulse.alert")
public record AlertSettings(@DefaultValue("false") boolean watch, @DefaultValue Set<String> onSuccess,
		@Nullable URI consoleUrl, @DefaultValue("1h") @NotNull @DurationMin(seconds = 1) Duration foldFor,
		@DefaultValue("1m") @NotNull @DurationMin(seconds = 1) Duration checkEvery,
		@DefaultValue("1000") @Min(1) long quarantine, @DefaultValue("1000") @Min(1) long deadLetters,
		@DefaultValue("1000000") @Min(1) long lag,
		@DefaultValue("26h") @NotNull @DurationMin(seconds = 1) Duration staleAfter) {

	public AlertSettings {
		onSuccess = Set.copyOf(onSuccess);
	}

}
