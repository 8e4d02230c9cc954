package io.cartpulse.raw;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How kafka-to-raw works through the topic.
 *
 * @param workers how many threads share the topic's partitions, each with a consumer and
 * a database connection of its own; unset: 2
 * @param chunkSize a chunk is written when it holds so many records; unset: 5000
 * @param chunkBytes or when its keys and values are that large; it bounds the memory of a
 * worker; unset: 8 MB
 */
@Validated
@ConfigurationProperties("cartpulse.raw")
public record RawSettings(@DefaultValue("2") @Min(1) @Max(64) int workers,
		@DefaultValue("5000") @Min(1) @Max(100_000) int chunkSize, @DefaultValue("8MB") @NotNull DataSize chunkBytes) {

	public RawSettings {
		if (chunkBytes.toBytes() < 1024 || chunkBytes.toBytes() > DataSize.ofMegabytes(256).toBytes()) {
			throw new IllegalArgumentException("cartpulse.raw.chunk-bytes must be 1KB to 256MB, not " + chunkBytes);
		}
	}

}
