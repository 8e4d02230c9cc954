package io.cartpulse.warehouse;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.raw.KafkaSettings;
import io.cartpulse.warehouse.PipelineStatus.PartitionLag;
import org.apache.kafka.clients.CommonClientConfigs;
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
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Asks Kafka how much of the topic RAW has yet to read. Its client stays open, for it
 * takes longer to connect than to ask.
 */
@Component("waitingInTopic")
class TopicLag implements DisposableBean {

	private static final SearchSql FIND_NEXT = SearchSql.read(TopicLag.class, "find-next-offsets.sql");

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	/**
	 * How often at most a broker that is away is looked for, each time with a warning.
	 */
	private static final int RARELY_MILLIS = 30_000;

	private final KafkaAdmin kafkaAdmin;

	private final KafkaSettings settings;

	private final SearchJdbc search;

	private @Nullable Admin admin;

	TopicLag(KafkaAdmin kafkaAdmin, KafkaSettings settings, SearchJdbc search) {
		this.kafkaAdmin = kafkaAdmin;
		this.settings = settings;
		this.search = search;
	}

	/**
	 * The lag by partition; none where there is no topic yet.
	 * @throws ProblemException when Kafka does not answer
	 */
	List<PartitionLag> look() {
		try {
			TopicDescription topic = answer(admin().describeTopics(List.of(this.settings.topic()))
				.topicNameValues()
				.get(this.settings.topic()));
			Map<Integer, Long> next = nextOffsets(topic.topicId().toString());
			Map<TopicPartition, OffsetSpec> question = topic.partitions()
				.stream()
				.collect(Collectors.toMap((partition) -> new TopicPartition(topic.name(), partition.partition()),
						(partition) -> OffsetSpec.latest()));
			return answer(admin().listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
				.entrySet()
				.stream()
				.map((end) -> lag(end, next.getOrDefault(end.getKey().partition(), 0L)))
				.sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
				.toList();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return List.of();
			}
			throw noAnswer();
		}
		catch (TimeoutException | KafkaException ex) {
			throw noAnswer();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw noAnswer();
		}
	}

	private static PartitionLag lag(Map.Entry<TopicPartition, ListOffsetsResultInfo> end, long next) {
		return new PartitionLag(end.getKey().partition(), next, end.getValue().offset(),
				Math.max(0, end.getValue().offset() - next));
	}

	private Map<Integer, Long> nextOffsets(String topicId) {
		Map<Integer, Long> next = new HashMap<>();
		this.search.rows(FIND_NEXT, Map.of("topicId", topicId),
				(row, number) -> next.put(row.getInt("kafka_partition"), row.getLong("next_offset")));
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

	private static <T> T answer(KafkaFuture<T> future)
			throws InterruptedException, ExecutionException, TimeoutException {
		return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private ProblemException noAnswer() {
		return new ProblemException(ProblemCode.KAFKA_DOWN, "Kafka on " + this.settings.bootstrapServers()
				+ " did not answer within " + PATIENCE.toSeconds() + " s.");
	}

	@Override
	public synchronized void destroy() {
		if (this.admin != null) {
			this.admin.close(Duration.ZERO);
		}
	}

}
