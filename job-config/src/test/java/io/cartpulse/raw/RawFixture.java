package io.cartpulse.raw;

import java.util.List;
import java.util.Map;

import io.cartpulse.testing.JobUnderTest;
import io.cartpulse.testing.PipelineEngines;
import io.cartpulse.testing.RawCounts;
import io.cartpulse.testing.TestTopic;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A topic, and the RAW stage that reads it.
 */
final class RawFixture implements AutoCloseable {

	final PipelineEngines engines = PipelineEngines.start();

	final JdbcTemplate jdbc = this.engines.jdbc();

	final TestTopic topic;

	final ConfigurableApplicationContext context;

	private final JobUnderTest job;

	private final RawCounts counts;

	RawFixture(int partitions, String... properties) {
		this(TestTopic.create(PipelineEngines.start(), partitions), properties);
	}

	RawFixture(TestTopic topic, String... properties) {
		this.topic = topic;
		this.context = this.engines.context(this.topic.name(), List.of("io.cartpulse.batch", "io.cartpulse.raw"),
				properties);
		this.job = new JobUnderTest(this.context, "kafka-to-raw");
		this.counts = new RawCounts(this.jdbc, this.topic.name());
	}

	JobExecution run() {
		return this.job.run();
	}

	/**
	 * Runs the job; the same name again restarts a failed run.
	 */
	JobExecution run(String name) {
		return this.job.run(name);
	}

	Map<String, Long> rows() {
		return this.counts.rows();
	}

	long passed() {
		return this.counts.passed();
	}

	long gaps(String kind) {
		return this.counts.gaps(kind);
	}

	long accountedFor() {
		return this.counts.accountedFor();
	}

	@Override
	public void close() {
		this.context.close();
		this.topic.close();
	}

}
