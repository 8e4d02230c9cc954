package io.cartpulse.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.raw.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Asks Kafka whether it is there, and how much of the topic RAW has yet to read. Its
 * client stays open, for connecting takes longer than asking.
 */
@Component
class TopicLag implements DisposableBean {

	private static final String FIND_NEXT = SqlFile.read(TopicLag.class, "find-next-offsets.sql");

	private final KafkaAdmin kafkaAdmin;

	private final KafkaSettings settings;

	private final Duration patience;

	private final NamedParameterJdbcTemplate jdbc;

	private @Nullable Admin admin;

	TopicLag(KafkaAdmin kafkaAdmin, KafkaSettings settings, ObserveSettings observe, DataSource dataSource) {
		this.kafkaAdmin = kafkaAdmin;
		this.settings = settings;
		this.patience = observe.patience();
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
	}

	/**
	 * The cluster's id.
	 * @throws EngineDownException when Kafka does not answer
	 */
	String clusterId() {
		return ask(() -> answer(admin().describeCluster().clusterId()));
	}

	/**
	 * Records that wait, by partition; none where there is no topic yet.
	 * @throws EngineDownException when Kafka does not answer
	 */
	SortedMap<Integer, Long> look() {
		return ask(this::lag);
	}

	private SortedMap<Integer, Long> lag() throws InterruptedException, ExecutionException, TimeoutException {
		SortedMap<Integer, Long> lag = new TreeMap<>();
		TopicDescription topic = topic();
		if (topic == null) {
			return lag;
		}
		Map<Integer, Long> next = nextOffsets(topic.topicId().toString());
		Map<TopicPartition, OffsetSpec> question = topic.partitions()
			.stream()
			.collect(Collectors.toMap((partition) -> new TopicPartition(topic.name(), partition.partition()),
					(partition) -> OffsetSpec.latest()));
		answer(admin().listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
			.forEach((partition, end) -> lag.put(partition.partition(),
					Math.max(0, end.offset() - next.getOrDefault(partition.partition(), 0L))));
		return lag;
	}

	private @Nullable TopicDescription topic() throws InterruptedException, ExecutionException, TimeoutException {
		try {
			return answer(admin().describeTopics(List.of(this.settings.topic()))
				.topicNameValues()
				.get(this.settings.topic()));
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return null;
			}
			throw ex;
		}
	}

	private Map<Integer, Long> nextOffsets(String topicId) {
		Map<Integer, Long> next = new HashMap<>();
		this.jdbc.query(FIND_NEXT, Map.of("topicId", topicId), (row) -> {
			next.put(row.getInt("kafka_partition"), row.getLong("next_offset"));
		});
		return next;
	}

	private synchronized Admin admin() {
		Admin open = this.admin;
		if (open == null) {
			open = Admin.create(this.kafkaAdmin.getConfigurationProperties());
			this.admin = open;
		}
		return open;
	}

	private <T> T answer(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
		return future.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	private <T> T ask(Question<T> question) {
		try {
			return question.ask();
		}
		catch (ExecutionException | TimeoutException | KafkaException ex) {
			throw new EngineDownException("Kafka on " + this.settings.bootstrapServers() + " did not answer within "
					+ this.patience.toMillis() + " ms", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineDownException("interrupted while asking Kafka", ex);
		}
	}

	@Override
	public synchronized void destroy() {
		if (this.admin != null) {
			this.admin.close(Duration.ZERO);
		}
	}

	/**
	 * Something to ask.
	 */
	private interface Question<T> {

		T ask() throws InterruptedException, ExecutionException, TimeoutException;

	}

}
