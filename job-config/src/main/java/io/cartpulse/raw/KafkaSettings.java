package io.cartpulse.raw;

import java.time.Duration;
import java.util.Map;

import io.cartpulse.source.EventTopic;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the events come from.
 *
 * @param bootstrapServers brokers to ask first, as {@code host:port,host:port}; unset:
 * the port of the embedded broker on this machine
 * @param topic topic that holds the events; unset: {@value EventTopic#NAME}
 * @param group consumer group whose offsets show lag monitors how far RAW is; the
 * pipeline itself never reads them; unset: cartpulse-raw
 * @param timeout how long a question to the brokers, or a read without any progress, may
 * take before the run fails; unset: 15 seconds
 * @param properties further properties of Kafka's clients (security, say), by Kafka's own
 * names; unset: none
 */
@Validated
@ConfigurationProperties("cartpulse.kafka")
public record KafkaSettings(@DefaultValue("127.0.0.1:19092") @NotBlank String bootstrapServers,
		@DefaultValue(EventTopic.NAME) @NotBlank String topic, @DefaultValue("cartpulse-raw") @NotBlank String group,
		@DefaultValue("15s") @NotNull @DurationMin(millis = 100) Duration timeout,
		@DefaultValue Map<String, String> properties) {

	public KafkaSettings {
		properties = Map.copyOf(properties);
	}

}
