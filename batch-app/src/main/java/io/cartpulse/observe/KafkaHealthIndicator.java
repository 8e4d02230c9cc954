package io.cartpulse.observe;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether Kafka answers.
 */
@Component("kafkaHealthIndicator")
class KafkaHealthIndicator extends AbstractHealthIndicator {

	private final TopicLag topic;

	KafkaHealthIndicator(TopicLag topic) {
		super("Kafka does not answer");
		this.topic = topic;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		health.up().withDetail("clusterId", this.topic.clusterId());
	}

}
