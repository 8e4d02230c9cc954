package io.cartpulse.raw;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Kafka's clients: consumers that see committed records only and keep no offsets of their
 * own, and the administrator that looks the topic up.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ KafkaSettings.class, RawSettings.class })
class KafkaConfiguration {

	/**
	 * A poll gives few records, for that bounds what a fetch of small, highly compressed
	 * records may become in memory.
	 */
	private static final int RECORDS_PER_POLL = 10;

	/** A read ends where records were seen: there is no use in waiting for more. */
	private static final int FETCH_WAIT_MILLIS = 50;

	@Bean
	ConsumerFactory<byte[], byte[]> eventConsumerFactory(KafkaSettings kafka, RawSettings raw) {
		Map<String, Object> properties = clientProperties(kafka);
		int fetchBytes = Math.toIntExact(raw.chunkBytes().toBytes());
		properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
		properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
		properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, fetchBytes);
		properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Math.min(fetchBytes, 1 << 20));
		return new DefaultKafkaConsumerFactory<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	@Bean
	KafkaAdmin kafkaAdmin(KafkaSettings kafka) {
		return new KafkaAdmin(clientProperties(kafka));
	}

	private static Map<String, Object> clientProperties(KafkaSettings kafka) {
		Map<String, Object> properties = new HashMap<>(kafka.properties());
		int timeout = Math.toIntExact(kafka.timeout().toMillis());
		properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
		properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
		properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, timeout);
		return properties;
	}

}
