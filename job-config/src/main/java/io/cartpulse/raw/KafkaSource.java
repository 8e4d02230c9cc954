package io.cartpulse.raw;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * The topic as the brokers describe it.
 */
@Component
class KafkaSource {

	private final KafkaAdmin kafkaAdmin;

	private final KafkaSettings settings;

	KafkaSource(KafkaAdmin kafkaAdmin, KafkaSettings settings) {
		this.kafkaAdmin = kafkaAdmin;
		this.settings = settings;
	}

	/**
	 * Asks who the topic is and which offsets it holds now.
	 * @return the topic of this moment; ends are those of committed records
	 * @throws KafkaSourceException when there is no such topic, or no broker answers
	 */
	TopicState look() {
		try (Admin admin = Admin.create(this.kafkaAdmin.getConfigurationProperties())) {
			KafkaFuture<String> clusterId = admin.describeCluster().clusterId();
			TopicDescription topic = answer(
					admin.describeTopics(List.of(this.settings.topic())).topicNameValues().get(this.settings.topic()));
			return new TopicState(answer(clusterId), topic.name(), topic.topicId().toString(),
					offsets(admin, topic, OffsetSpec.earliest()), offsets(admin, topic, OffsetSpec.latest()));
		}
		catch (TimeoutException ex) {
			throw noAnswer(ex);
		}
		catch (ExecutionException ex) {
			throw translated(ex.getCause());
		}
		catch (KafkaException ex) {
			throw translated((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaSourceException("interrupted while asking Kafka", ex);
		}
	}

	private SortedMap<Integer, Long> offsets(Admin admin, TopicDescription topic, OffsetSpec spec)
			throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, OffsetSpec> question = topic.partitions()
			.stream()
			.collect(Collectors.toMap((partition) -> new TopicPartition(topic.name(), partition.partition()),
					(partition) -> spec));
		Map<TopicPartition, ListOffsetsResultInfo> offsets = answer(
				admin.listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
		SortedMap<Integer, Long> byPartition = new TreeMap<>();
		offsets.forEach((partition, info) -> byPartition.put(partition.partition(), info.offset()));
		return byPartition;
	}

	private <T> T answer(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
		return future.get(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	private KafkaSourceException translated(Throwable cause) {
		if (cause instanceof UnknownTopicOrPartitionException) {
			return new KafkaSourceException("topic " + this.settings.topic() + " does not exist on "
					+ this.settings.bootstrapServers() + ": create it, or publish events first");
		}
		if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
			return noAnswer(cause);
		}
		return new KafkaSourceException("cannot look up topic " + this.settings.topic() + " on "
				+ this.settings.bootstrapServers() + ": " + cause.getMessage(), cause);
	}

	private KafkaSourceException noAnswer(Throwable cause) {
		return new KafkaSourceException("no answer from Kafka on " + this.settings.bootstrapServers() + " within "
				+ this.settings.timeout().toMillis()
				+ " ms: is the broker running, is cartpulse.kafka.bootstrap-servers" + " right?", cause);
	}

	/**
	 * A topic at one moment.
	 *
	 * @param clusterId the cluster that holds it
	 * @param topic its name
	 * @param topicId Kafka's own id of it, a new one when it is made again
	 * @param beginnings first offset still there, by partition
	 * @param ends offset after the last committed one, by partition
	 */
	record TopicState(String clusterId, String topic, String topicId, SortedMap<Integer, Long> beginnings,
			SortedMap<Integer, Long> ends) {

	}

}
