package io.cartpulse.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.enrichment.lookup.EnrichmentConfiguration;
import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.testing.Engines;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of job generate-events.
 */
class GenerateEventsIntegrationTests {

	private static final int PARTITIONS = 3;

	private final Engines engines = Engines.start();

	private final String topic = "traffic-" + UUID.randomUUID();

	private final Admin admin = Admin.create(Map.of("bootstrap.servers", this.engines.kafkaBootstrapServers()));

	@BeforeEach
	void empty() {
		this.engines.empty("etl.simulated_shop");
	}

	@AfterEach
	void close() {
		this.admin.close();
	}

	@Test
	void publishesThePastOfANewShopAndThenWhatIsNew() {
		try (ConfigurableApplicationContext application = application("true")) {
			JobExecution first = run(application);
			assertThat(first.getStatus()).isEqualTo(BatchStatus.COMPLETED);
			TrafficSpan past = TrafficSpan.readFrom(first.getExecutionContext());
			assertThat(past.from()).isEqualTo(past.opening().atStartOfDay(ZoneOffset.UTC).toInstant());
			assertThat(past.opening()).isEqualTo(past.to().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
			long published = simulated(past.opening().atStartOfDay(ZoneOffset.UTC).toInstant(), past.to());
			assertThat(topicSize()).isEqualTo(published).isGreaterThan(1000);
			TrafficSpan present = TrafficSpan.readFrom(run(application).getExecutionContext());
			assertThat(present.opening()).isEqualTo(past.opening());
			assertThat(present.from()).isEqualTo(past.to());
			assertThat(topicSize()).isEqualTo(simulated(past.from(), present.to()));
			assertThat(application.getBean(SimulatedShop.class).isOpen()).isTrue();
		}
	}

	@Test
	void publishesNothingWhereSimulationIsSwitchedOff() {
		makeTopic(Map.of());
		try (ConfigurableApplicationContext application = application("false")) {
			JobExecution run = run(application);
			assertThat(run.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(run.getAllFailureExceptions()).singleElement()
				.satisfies((ex) -> assertThat(ex).hasMessageContaining("set cartpulse.simulation.enabled=true"));
			assertThat(application.getBean(SimulatedShop.class).isOpen()).isFalse();
			assertThat(topicSize()).isZero();
			application.getBean(JobRuns.class).abandon(run);
		}
	}

	@Test
	void aRunThatFailedGoesOnWithTheSameSpan() {
		makeTopic(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10"));
		try (ConfigurableApplicationContext application = application("true")) {
			JobExecution failed = run(application);
			assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(topicSize()).isZero();
			allowLargeMessages();
			List<JobExecution> runs = application.getBean(JobRuns.class)
				.run(KnownJob.GENERATE_EVENTS, Map.of(), "a test");
			assertThat(runs).hasSize(2).extracting(JobExecution::getStatus).containsOnly(BatchStatus.COMPLETED);
			TrafficSpan span = TrafficSpan.readFrom(failed.getExecutionContext());
			assertThat(TrafficSpan.readFrom(runs.get(0).getExecutionContext())).isEqualTo(span);
			Instant end = TrafficSpan.readFrom(runs.get(1).getExecutionContext()).to();
			assertThat(topicSize()).isEqualTo(simulated(span.from(), end))
				.isEqualTo(runs.stream()
					.flatMap((run) -> run.getStepExecutions().stream())
					.mapToLong(StepExecution::getWriteCount)
					.sum());
		}
	}

	@Test
	void aRestartPublishesNothingEitherWhereSimulationIsSwitchedOff() {
		makeTopic(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10"));
		try (ConfigurableApplicationContext application = application("true")) {
			assertThat(run(application).getStatus()).isEqualTo(BatchStatus.FAILED);
		}
		allowLargeMessages();
		try (ConfigurableApplicationContext application = application("false")) {
			JobExecution run = run(application);
			assertThat(run.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(topicSize()).isZero();
			application.getBean(JobRuns.class).abandon(run);
		}
	}

	private ConfigurableApplicationContext application(String enabled) {
		return this.engines.context(
				List.of("io.cartpulse.batch", "io.cartpulse.raw", "io.cartpulse.simulation",
						"io.cartpulse.launch.JobRuns", "io.cartpulse.launch.StoredRecords",
						"io.cartpulse.launch.ClockConfiguration", EnrichmentConfiguration.class.getName()),
				"cartpulse.kafka.topic=" + this.topic, "cartpulse.simulation.enabled=" + enabled,
				"cartpulse.simulation.past-days=1", "logging.level.org.apache.kafka=off",
				"logging.level.org.springframework.batch=off", "spring.quartz.job-store-type=memory");
	}

	private JobExecution run(ConfigurableApplicationContext application) {
		return application.getBean(JobRuns.class).run(KnownJob.GENERATE_EVENTS, Map.of(), "a test").get(0);
	}

	private static long simulated(Instant from, Instant to) {
		AtomicLong messages = new AtomicLong();
		new Simulation(SimulationSettings.smallShop(from.atZone(ZoneOffset.UTC).toLocalDate())).window(from, to,
				(message) -> messages.incrementAndGet());
		return messages.get();
	}

	private long topicSize() {
		return IntStream.range(0, partitions())
			.mapToObj((number) -> new TopicPartition(this.topic, number))
			.mapToLong((partition) -> answer(
					this.admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition))
				.offset())
			.sum();
	}

	private int partitions() {
		return answer(this.admin.describeTopics(List.of(this.topic)).topicNameValues().get(this.topic)).partitions()
			.size();
	}

	private void makeTopic(Map<String, String> settings) {
		answer(this.admin.createTopics(Set.of(new NewTopic(this.topic, PARTITIONS, (short) 1).configs(settings)))
			.all());
	}

	private void allowLargeMessages() {
		answer(this.admin
			.incrementalAlterConfigs(
					Map.of(new ConfigResource(ConfigResource.Type.TOPIC, this.topic),
							List.of(new AlterConfigOp(new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "4194304"),
									AlterConfigOp.OpType.SET))))
			.all());
	}

	private static <T> T answer(KafkaFuture<T> future) {
		try {
			return future.get();
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
