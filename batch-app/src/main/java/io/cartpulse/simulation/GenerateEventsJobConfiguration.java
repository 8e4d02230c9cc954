package io.cartpulse.simulation;

import java.time.Clock;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.raw.KafkaSettings;
import io.cartpulse.source.WireMessage;
import io.cartpulse.source.WireWriter;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.kafka.KafkaItemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Job {@code generate-events}: what the simulated shop has seen since the last run.
 * Source: the simulation, and the providers of reference data that are on. Target: the
 * event topic, a record per message. A rerun is safe: the simulation gives the same
 * messages for the same span, so what is published twice counts once.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrafficSettings.class)
class GenerateEventsJobConfiguration {

	private static final int CHUNK_SIZE = 1000;

	@Bean("generate-events")
	Job generateEvents(JobRepository repository, @Qualifier("fix-span") Step fixSpan,
			@Qualifier("send-messages") Step sendMessages, @Qualifier("note-span") Step noteSpan, LayerLocks locks) {
		return new JobBuilder("generate-events", repository)
			.listener(new LayerLockListener(locks, KnownJob.GENERATE_EVENTS))
			.start(fixSpan)
			.next(sendMessages)
			.next(noteSpan)
			.build();
	}

	@Bean("fix-span")
	Step fixSpan(JobRepository repository, PlatformTransactionManager transactions, FixSpanTasklet tasklet) {
		return new StepBuilder("fix-span", repository).allowStartIfComplete(true)
			.tasklet(tasklet, transactions)
			.build();
	}

	@Bean("send-messages")
	Step sendMessages(JobRepository repository, PlatformTransactionManager transactions, TrafficReader reader,
			KafkaItemWriter<String, WireMessage> writer) {
		return new StepBuilder("send-messages", repository).<WireMessage, WireMessage>chunk(CHUNK_SIZE)
			.transactionManager(transactions)
			.reader(reader)
			.writer(writer)
			.build();
	}

	@Bean("note-span")
	Step noteSpan(JobRepository repository, PlatformTransactionManager transactions, NoteSpanTasklet tasklet) {
		return new StepBuilder("note-span", repository).tasklet(tasklet, transactions).build();
	}

	@Bean
	@StepScope
	TrafficReader trafficReader(@Value("#{stepExecution}") StepExecution step, ReferenceData referenceData,
			Clock clock) {
		return new TrafficReader(TrafficSpan.readFrom(step.getJobExecution().getExecutionContext()),
				new RealSurroundings(referenceData, clock));
	}

	/** One for each run, for it remembers what a failed one had under way. */
	@Bean
	@StepScope
	KafkaItemWriter<String, WireMessage> trafficWriter(KafkaTemplate<String, WireMessage> trafficTopic,
			KafkaSettings kafka) {
		KafkaItemWriter<String, WireMessage> writer = new KafkaItemWriter<>(WireWriter::key, trafficTopic);
		writer.setTimeout(kafka.timeout().toMillis());
		return writer;
	}

}
