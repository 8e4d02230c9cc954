package io.cartpulse.observe;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.raw.KafkaSettings;
import org.apache.kafka.clients.CommonClientConfigs;
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
public class TopicLag implements DisposableBean {

	/**
	 * How often at most a broker that is away is looked for, each time with a warning.
	 */
	private static final int RARELY_MILLIS = 30_000;

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
	public List<PartitionLag> look() {
		return ask(this::lag);
	}

	private List<PartitionLag> lag() throws InterruptedException, ExecutionException, TimeoutException {
		TopicDescription topic = topic();
		if (topic == null) {
			return List.of();
		}
		Map<Integer, Long> next = nextOffsets(topic.topicId().toString());
		Map<TopicPartition, OffsetSpec> question = topic.partitions()
			.stream()
			.collect(Collectors.toMap((partition) -> new TopicPartition(topic.name(), partition.partition()),
					(partition) -> OffsetSpec.latest()));
		return answer(admin().listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
			.entrySet()
			.stream()
			.map((end) -> PartitionLag.between(end.getKey().partition(),
					next.getOrDefault(end.getKey().partition(), 0L), end.getValue().offset()))
			.sorted(Comparator.comparingInt(PartitionLag::partition))
			.toList();
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
			Map<String, Object> properties = new HashMap<>(this.kafkaAdmin.getConfigurationProperties());
			properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RARELY_MILLIS);
			open = Admin.create(properties);
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
