package io.cartpulse.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a test's own, with a producer for it.
 */
public final class TestTopic implements AutoCloseable {

	private final String name;

	private final String bootstrapServers;

	private KafkaProducer<byte[], byte[]> producer;

	private TestTopic(String bootstrapServers, String name) {
		this.bootstrapServers = bootstrapServers;
		this.name = name;
		this.producer = producer(Map.of());
	}

	/**
	 * Makes a topic with a name that nobody else uses.
	 */
	public static TestTopic create(PipelineEngines engines, int partitions) {
		return create(engines.kafkaBootstrapServers(), partitions);
	}

	/**
	 * Makes a topic with a name that nobody else uses.
	 */
	public static TestTopic create(String bootstrapServers, int partitions) {
		TestTopic topic = new TestTopic(bootstrapServers, "events-" + UUID.randomUUID());
		topic.recreate(partitions);
		return topic;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Sends a record, and returns when the broker has it.
	 */
	public void send(int partition, byte @Nullable [] value) {
		send(this.producer, partition, value);
		this.producer.flush();
	}

	public void send(int partition, String json) {
		send(partition, json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sends many records, and returns when the broker has them all.
	 */
	public void sendAll(int partition, Iterable<String> lines) {
		lines.forEach((line) -> send(this.producer, partition, line.getBytes(StandardCharsets.UTF_8)));
		this.producer.flush();
	}

	/**
	 * Sends a record with a time of its own; {@link #flush} waits for the broker.
	 */
	public void send(int partition, Instant timestamp, byte @Nullable [] value) {
		this.producer.send(new ProducerRecord<>(this.name, partition, timestamp.toEpochMilli(), null, value));
	}

	/**
	 * Sends a record with a key; {@link #flush} waits for the broker.
	 */
	public void send(int partition, byte[] key, byte @Nullable [] value) {
		this.producer.send(new ProducerRecord<>(this.name, partition, key, value));
	}

	/**
	 * Returns when the broker has all records sent.
	 */
	public void flush() {
		this.producer.flush();
	}

	/**
	 * Sends records in a transaction.
	 * @param commit whether it is committed, or aborted
	 */
	public void inTransaction(int partition, boolean commit, String... lines) {
		Map<String, Object> transactional = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG,
				UUID.randomUUID().toString());
		try (KafkaProducer<byte[], byte[]> transaction = producer(transactional)) {
			transaction.initTransactions();
			transaction.beginTransaction();
			for (String line : lines) {
				send(transaction, partition, line.getBytes(StandardCharsets.UTF_8));
			}
			transaction.flush();
			if (commit) {
				transaction.commitTransaction();
			}
			else {
				transaction.abortTransaction();
			}
		}
	}

	/**
	 * Lets records go away, as retention does.
	 * @param before the first offset that stays
	 */
	public void deleteRecords(int partition, long before) {
		administer((admin) -> await(admin
			.deleteRecords(Map.of(new TopicPartition(this.name, partition), RecordsToDelete.beforeOffset(before)))
			.all()));
	}

	/**
	 * Sets one of the topic's settings.
	 */
	public void configure(String setting, String value) {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, this.name);
		AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
		administer((admin) -> await(admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all()));
	}

	public void delete() {
		administer((admin) -> await(admin.deleteTopics(List.of(this.name)).all()));
	}

	public void recreate(int partitions) {
		NewTopic topic = new NewTopic(this.name, partitions, (short) 1)
			// records may be as old as a test likes
			.configs(Map.of("max.message.bytes", String.valueOf(4 << 20), "retention.ms", "-1"));
		administer((admin) -> await(admin.createTopics(List.of(topic)).all()));
		// the former one would try for minutes to reach the topic that is gone
		this.producer.close(Duration.ZERO);
		this.producer = producer(Map.of());
	}

	@Override
	public void close() {
		this.producer.close();
	}

	private void send(KafkaProducer<byte[], byte[]> to, int partition, byte @Nullable [] value) {
		to.send(new ProducerRecord<>(this.name, partition, null, value));
	}

	private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
		Map<String, Object> properties = new HashMap<>(more);
		properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers);
		properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
		properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
		return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
	}

	private void administer(Consumer<Admin> work) {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.bootstrapServers))) {
			work.accept(admin);
		}
	}

	private static void await(org.apache.kafka.common.KafkaFuture<Void> done) {
		try {
			done.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
