package io.cartpulse.generator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.cartpulse.source.EventTopic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes messages to the topic: idempotent, acknowledged by all replicas, none lost
 * without an error. Makes the topic when it is not there. For one thread.
 */
public final class EventPublisher implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final String bootstrapServers;

	private final String topic;

	private final Consumer<String> progress;

	private final KafkaProducer<byte[], byte[]> producer;

	private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

	private final long begun = System.nanoTime();

	private long lastProgress = this.begun;

	private long messages;

	private long bytes;

	/**
	 * Connects.
	 * @param bootstrapServers Kafka's addresses, host:port with commas between
	 * @param topic the topic's name
	 * @param progress gets a line about every second while messages go out
	 * @throws PublishException when Kafka does not answer
	 */
	public EventPublisher(String bootstrapServers, String topic, Consumer<String> progress) {
		this.bootstrapServers = bootstrapServers;
		this.topic = topic;
		this.progress = progress;
		ensureTopic();
		this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
				ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.ACKS_CONFIG, "all",
				ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4", ProducerConfig.LINGER_MS_CONFIG, 20,
				ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024, ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024,
				// a message and what Kafka wraps around it
				ProducerConfig.MAX_REQUEST_SIZE_CONFIG, EventTopic.MAX_MESSAGE_BYTES + 64 * 1024),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * Publishes a message.
	 * @param key the record's key, null for none
	 * @param value its value, unchanged
	 * @throws PublishException when an earlier message was refused
	 */
	public void publish(@Nullable String key, byte[] value) {
		failIfRefused();
		byte[] keyBytes = (key != null) ? key.getBytes(StandardCharsets.UTF_8) : null;
		try {
			this.producer.send(new ProducerRecord<>(this.topic, keyBytes, value), (metadata, ex) -> {
				if (ex != null) {
					this.failure.compareAndSet(null, ex);
				}
			});
		}
		catch (KafkaException ex) {
			throw refused(ex);
		}
		this.messages++;
		this.bytes += value.length;
		tellProgress();
	}

	/**
	 * Waits until Kafka has acknowledged every message so far.
	 * @return what was published since this publisher was made
	 * @throws PublishException when a message was refused
	 */
	public PublishSummary flush() {
		this.producer.flush();
		failIfRefused();
		return new PublishSummary(this.messages, this.bytes, Duration.ofNanos(System.nanoTime() - this.begun));
	}

	@Override
	public void close() {
		this.producer.close(PATIENCE);
	}

	private void ensureTopic() {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
				AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2,
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()))) {
			NewTopic made = new NewTopic(this.topic, EventTopic.PARTITIONS, (short) 1)
				.configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(EventTopic.MAX_MESSAGE_BYTES)));
			admin.createTopics(List.of(made)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw unreachable(ex);
			}
		}
		catch (TimeoutException | KafkaException ex) {
			throw unreachable(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PublishException("interrupted while Kafka was asked for topic " + this.topic, ex);
		}
	}

	private PublishException unreachable(Exception cause) {
		return new PublishException("Kafka at %s did not give topic %s: is it running, and is the address right?"
			.formatted(this.bootstrapServers, this.topic), cause);
	}

	private void failIfRefused() {
		Exception refusal = this.failure.get();
		if (refusal != null) {
			throw refused(refusal);
		}
	}

	private PublishException refused(Exception cause) {
		return new PublishException("Kafka refused a message of topic %s: %s".formatted(this.topic, cause.getMessage()),
				cause);
	}

	private void tellProgress() {
		long now = System.nanoTime();
		if (now - this.lastProgress >= PROGRESS_NANOS) {
			this.lastProgress = now;
			this.progress
				.accept(new PublishSummary(this.messages, this.bytes, Duration.ofNanos(now - this.begun)).toString());
		}
	}

}
