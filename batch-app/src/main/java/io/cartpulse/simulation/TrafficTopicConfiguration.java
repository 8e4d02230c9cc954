package io.cartpulse.simulation;

import java.util.HashMap;
import java.util.Map;

import io.cartpulse.raw.KafkaSettings;
import io.cartpulse.source.EventTopic;
import io.cartpulse.source.WireMessage;
import io.cartpulse.source.WireWriter;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/**
 * Publishes to the topic: idempotent, acknowledged by all replicas.
 */
@Configuration(proxyBeanMethods = false)
class TrafficTopicConfiguration {

	private static final int LINGER_MILLIS = 20;

	/** Room for what Kafka wraps around the largest message. */
	private static final int WRAPPING = 64 * 1024;

	@Bean
	ProducerFactory<String, WireMessage> trafficProducers(KafkaAdmin admin) {
		Map<String, Object> properties = new HashMap<>(admin.getConfigurationProperties());
		properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		properties.put(ProducerConfig.ACKS_CONFIG, "all");
		properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
		properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
		properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, EventTopic.MAX_MESSAGE_BYTES + WRAPPING);
		return new DefaultKafkaProducerFactory<>(properties, new StringSerializer(),
				(topic, message) -> WireWriter.write(message));
	}

	@Bean
	KafkaTemplate<String, WireMessage> trafficTopic(ProducerFactory<String, WireMessage> trafficProducers,
			KafkaSettings kafka) {
		KafkaTemplate<String, WireMessage> topic = new KafkaTemplate<>(trafficProducers);
		topic.setDefaultTopic(kafka.topic());
		// the usual one logs the messages, names and addresses included
		topic.setProducerListener(new ProducerListener<>() {
		});
		return topic;
	}

}
