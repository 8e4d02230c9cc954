package io.cartpulse.raw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.cartpulse.source.EventTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.stereotype.Component;

/**
 * Sends dead letters to the topic again: idempotent, acknowledged by all replicas.
 */
@Component
class LetterSender {

	/** Whoever gets one of these knows that the record is not in the topic. */
	private static final Set<Class<? extends KafkaException>> REFUSALS = Set.of(RecordTooLargeException.class,
			InvalidRecordException.class, InvalidTimestampException.class, PolicyViolationException.class,
			AuthorizationException.class, InvalidTopicException.class, UnknownTopicOrPartitionException.class);

	/** Room for what Kafka wraps around the largest message. */
	private static final int WRAPPING = 64 * 1024;

	private final KafkaAdmin admin;

	private final KafkaSettings settings;

	private final KafkaSource source;

	private final OffsetBook book;

	LetterSender(KafkaAdmin admin, KafkaSettings settings, KafkaSource source, OffsetBook book) {
		this.admin = admin;
		this.settings = settings;
		this.source = source;
		this.book = book;
	}

	/** After so long the answer to a record that was sent does not come any more. */
	Duration patience() {
		return this.settings.timeout().multipliedBy(3);
	}

	/**
	 * Connects, for some letters.
	 * @throws KafkaSourceException when Kafka does not answer
	 */
	Session open() {
		return new Session(this.book.register(this.source.look()));
	}

	private DefaultKafkaProducerFactory<byte[], byte[]> producers() {
		Map<String, Object> properties = new HashMap<>(this.admin.getConfigurationProperties());
		properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		properties.put(ProducerConfig.ACKS_CONFIG, "all");
		properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, this.settings.timeout().toMillis());
		properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
				Math.toIntExact(this.settings.timeout().multipliedBy(2).toMillis()));
		properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, EventTopic.MAX_MESSAGE_BYTES + WRAPPING);
		return new DefaultKafkaProducerFactory<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * A producer while it is needed.
	 */
	final class Session implements AutoCloseable {

		private final long sourceId;

		private final DefaultKafkaProducerFactory<byte[], byte[]> producers = producers();

		private final KafkaTemplate<byte[], byte[]> topic = new KafkaTemplate<>(this.producers);

		private boolean silent;

		private Session(long sourceId) {
			this.sourceId = sourceId;
			// the usual one logs the messages
			this.topic.setProducerListener(new ProducerListener<>() {
			});
		}

		/** Whether Kafka has stopped answering. */
		boolean isSilent() {
			return this.silent;
		}

		/** Sends a message and waits for Kafka's answer. */
		Receipt send(Message message) {
			ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(LetterSender.this.settings.topic(), null,
					message.timestamp(), message.key(), message.value());
			try {
				RecordMetadata arrived = this.topic.send(record)
					.get(patience().toMillis(), TimeUnit.MILLISECONDS)
					.getRecordMetadata();
				return new Receipt(this.sourceId, arrived, false, "");
			}
			catch (ExecutionException ex) {
				return withoutReceipt(root(ex));
			}
			catch (TimeoutException | RuntimeException ex) {
				// what fails before it is on its way is thrown, and not all as Kafka's
				// own
				return withoutReceipt(root(ex));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return withoutReceipt(ex);
			}
		}

		private Receipt withoutReceipt(Throwable cause) {
			boolean refused = isRefusal(cause);
			this.silent |= !refused;
			String reason = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
			return new Receipt(this.sourceId, null, refused, refused ? "Kafka refused it: " + reason
					: "Kafka did not say that it has it: " + reason + ". Send it again later; twice does no harm.");
		}

		@Override
		public void close() {
			this.producers.destroy();
		}

	}

	private static boolean isRefusal(Throwable cause) {
		return REFUSALS.stream().anyMatch((refusal) -> refusal.isInstance(cause));
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	/**
	 * What is to be sent.
	 *
	 * @param key the record's key
	 * @param value its value
	 * @param timestamp its timestamp, in epoch milliseconds
	 */
	record Message(byte @Nullable [] key, byte @Nullable [] value, @Nullable Long timestamp) {

		static Message of(ResultSet row, int number) throws SQLException {
			long timestamp = row.getObject("kafka_timestamp", OffsetDateTime.class).toInstant().toEpochMilli();
			// records of before Kafka had timestamps come with -1
			return new Message(row.getBytes("key"), row.getBytes("payload"), (timestamp >= 0) ? timestamp : null);
		}

	}

	/**
	 * Kafka's answer.
	 *
	 * @param sourceId the topic, as etl.sources numbers it
	 * @param record the record that it has become; nothing if that is not known
	 * @param refused whether it has certainly become none
	 * @param detail why it has not, in words
	 */
	record Receipt(long sourceId, @Nullable RecordMetadata record, boolean refused, String detail) {

	}

}
