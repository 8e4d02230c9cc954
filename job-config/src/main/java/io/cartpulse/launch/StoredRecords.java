package io.cartpulse.launch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.raw.KafkaSettings;
import io.cartpulse.source.EventTopic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * What topic and warehouse hold already.
 */
@Component
public class StoredRecords {

	private static final String HAS_FACTS = SqlFile.read(StoredRecords.class, "has-facts.sql");

	private final KafkaAdmin kafkaAdmin;

	private final KafkaSettings settings;

	private final JdbcTemplate jdbc;

	StoredRecords(KafkaAdmin kafkaAdmin, KafkaSettings settings, DataSource dataSource) {
		this.kafkaAdmin = kafkaAdmin;
		this.settings = settings;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/** The topic's name. */
	public String topic() {
		return this.settings.topic();
	}

	/** Says what there is, or nothing when all is empty. */
	public Optional<String> look() {
		if (topicHoldsRecords()) {
			return Optional.of("topic " + topic() + " on " + this.settings.bootstrapServers() + " holds records");
		}
		return holdsFacts() ? Optional.of("the warehouse in PostgreSQL holds data") : Optional.empty();
	}

	private boolean holdsFacts() {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(HAS_FACTS, Boolean.class));
	}

	/** Makes the topic where there is none. */
	public void ensureTopic() {
		try (Admin admin = Admin.create(this.kafkaAdmin.getConfigurationProperties())) {
			if (partitions(admin).isEmpty()) {
				answer(admin
					.createTopics(Set.of(new NewTopic(topic(), Optional.of(EventTopic.PARTITIONS), Optional.empty())
						.configs(Map.of("max.message.bytes", String.valueOf(EventTopic.MAX_MESSAGE_BYTES)))))
					.all());
			}
		}
	}

	private boolean topicHoldsRecords() {
		try (Admin admin = Admin.create(this.kafkaAdmin.getConfigurationProperties())) {
			Set<TopicPartition> partitions = partitions(admin);
			Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> starts = offsets(admin, partitions,
					OffsetSpec.earliest());
			Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends = offsets(admin, partitions,
					OffsetSpec.latest());
			return partitions.stream()
				.anyMatch((partition) -> ends.get(partition).offset() > starts.get(partition).offset());
		}
	}

	private Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> offsets(Admin admin,
			Set<TopicPartition> partitions, OffsetSpec spec) {
		return answer(
				admin.listOffsets(partitions.stream().collect(Collectors.toMap((one) -> one, (one) -> spec))).all());
	}

	private Set<TopicPartition> partitions(Admin admin) {
		try {
			return answer(admin.describeTopics(Set.of(topic())).topicNameValues().get(topic())).partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic(), partition.partition()))
				.collect(Collectors.toSet());
		}
		catch (IllegalStateException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return Set.of();
			}
			throw ex;
		}
	}

	private <T> T answer(KafkaFuture<T> future) {
		try {
			return future.get(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(
					"Kafka on " + this.settings.bootstrapServers() + ": " + ex.getCause().getMessage(), ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("no answer from Kafka on " + this.settings.bootstrapServers()
					+ ": is cartpulse.kafka.bootstrap-servers right?", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while asking Kafka", ex);
		}
	}

}
