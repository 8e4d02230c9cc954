package io.cartpulse.mart;

import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How facts are carried over and marts are built.
 *
 * @param zone whose days the marts' days are; unset: UTC. A change makes all marts anew
 * @param pageSize rows of one page, which are one insert; unset: 10000
 * @param queryMemory what one statement in ClickHouse may use before it fails; from a
 * quarter of it on, grouping, sorting and joining go on on disk; unset: 1GB
 */
@Validated
@ConfigurationProperties("cartpulse.mart")
record MartSettings(@DefaultValue("UTC") @NotNull ZoneId zone,
		@DefaultValue("10000") @Min(1) @Max(100_000) int pageSize, @DefaultValue("1GB") @NotNull DataSize queryMemory) {

}
