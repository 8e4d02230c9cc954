package io.cartpulse.doctor;

import java.util.ArrayList;
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
import io.cartpulse.source.EventTopic;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks at Kafka, at the topic, and whether RAW can go on where it stopped reading.
 */
@Component
class KafkaCheck implements DoctorCheck {

	private static final String BROKERS = "Kafka";

	private static final String TOPIC = "Kafka topic";

	private static final String OFFSETS = "Kafka offsets";

	private static final String FIND_OFFSETS = SqlFile.read(KafkaCheck.class, "find-offsets.sql");

	private static final int PATIENCE_SECONDS = 5;

	private final KafkaSettings settings;

	private final JdbcTemplate jdbc;

	KafkaCheck(KafkaSettings settings, DataSource dataSource) {
		this.settings = settings;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	@Override
	public String subject() {
		return BROKERS;
	}

	@Override
	public List<Finding> look() throws InterruptedException {
		Map<String, Object> properties = new HashMap<>(this.settings.properties());
		properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.settings.bootstrapServers());
		properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
		properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
		try (Admin admin = Admin.create(properties)) {
			List<Finding> findings = new ArrayList<>();
			int brokers = answer(admin.describeCluster().nodes()).size();
			findings.add(Finding.ok(BROKERS, brokers + ((brokers == 1) ? " broker" : " brokers") + " behind "
					+ this.settings.bootstrapServers()));
			findings.addAll(topic(admin));
			return findings;
		}
		catch (ExecutionException | TimeoutException | KafkaException ex) {
			return List.of(Finding.fail(BROKERS, "no answer from " + this.settings.bootstrapServers(),
					"See that it runs, and that cartpulse.kafka.bootstrap-servers is right."));
		}
	}

	private List<Finding> topic(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
		String name = this.settings.topic();
		try {
			TopicDescription topic = answer(admin.describeTopics(List.of(name)).topicNameValues().get(name));
			return List.of(form(admin, topic), offsets(admin, topic));
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return List.of(Finding.warn(TOPIC, "topic " + name + " is not there yet",
						"Publish events, or create it with " + EventTopic.PARTITIONS + " partitions."));
			}
			throw ex;
		}
	}

	private static Finding form(Admin admin, TopicDescription topic)
			throws InterruptedException, ExecutionException, TimeoutException {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
		Config config = answer(admin.describeConfigs(List.of(resource)).all()).get(resource);
		long largest = Long.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
		String words = topic.partitions().size() + " partitions, messages up to " + largest + " bytes";
		if (config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains("compact")) {
			return Finding.fail(TOPIC, words + ", compacted: events of one key replace each other",
					"Set cleanup.policy=delete.");
		}
		return (largest >= EventTopic.MAX_MESSAGE_BYTES) ? Finding.ok(TOPIC, words) : Finding.warn(TOPIC, words,
				"Set max.message.bytes to " + EventTopic.MAX_MESSAGE_BYTES + ", or large messages are refused.");
	}

	private Finding offsets(Admin admin, TopicDescription topic)
			throws InterruptedException, ExecutionException, TimeoutException {
		Map<Integer, Long> next = new HashMap<>();
		try {
			this.jdbc.query(FIND_OFFSETS, (row) -> {
				next.put(row.getInt("kafka_partition"), row.getLong("next_offset"));
			}, topic.topicId().toString());
		}
		catch (DataAccessException ex) {
			return Finding.fail(OFFSETS, "PostgreSQL does not tell how far RAW is", "Mend PostgreSQL first.");
		}
		return offsets(next, ends(admin, topic, OffsetSpec.earliest()), ends(admin, topic, OffsetSpec.latest()));
	}

	private static Finding offsets(Map<Integer, Long> next, Map<Integer, Long> beginnings, Map<Integer, Long> ends) {
		long lost = 0;
		long lag = 0;
		for (Map.Entry<Integer, Long> end : ends.entrySet()) {
			long offset = next.getOrDefault(end.getKey(), 0L);
			if (offset > end.getValue()) {
				return Finding.fail(OFFSETS,
						"partition " + end.getKey() + " ends at " + end.getValue() + ", but RAW has read up to "
								+ offset + ": the broker has lost records",
						"Publish to a new topic, or make this one again; RAW keeps what it has.");
			}
			lost += Math.max(0, beginnings.getOrDefault(end.getKey(), 0L) - offset);
			lag += end.getValue() - offset;
		}
		return (lost == 0) ? Finding.ok(OFFSETS, lag + " records to read")
				: Finding.warn(OFFSETS, lost + " records were deleted by retention before they were read",
						"Run kafka-to-raw more often, or keep records longer; the next run notes the gap.");
	}

	private static Map<Integer, Long> ends(Admin admin, TopicDescription topic, OffsetSpec spec)
			throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, OffsetSpec> question = topic.partitions()
			.stream()
			.collect(Collectors.toMap((partition) -> new TopicPartition(topic.name(), partition.partition()),
					(partition) -> spec));
		Map<TopicPartition, ListOffsetsResultInfo> answer = answer(admin.listOffsets(question).all());
		return answer.entrySet()
			.stream()
			.collect(Collectors.toMap((end) -> end.getKey().partition(), (end) -> end.getValue().offset()));
	}

	private static <T> T answer(KafkaFuture<T> future)
			throws InterruptedException, ExecutionException, TimeoutException {
		return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

}
