package io.cartpulse.convergence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.LaunchRefusedException;
import io.cartpulse.mart.WatchedClickHouse;
import io.cartpulse.testing.ClickHouseTables;
import io.cartpulse.testing.DdsContents;
import io.cartpulse.testing.PipelineEngines;
import io.cartpulse.testing.RawCounts;
import io.cartpulse.testing.TestTopic;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole pipeline in this process, on a topic of its own, with nothing in any table.
 */
final class Warehouse implements AutoCloseable {

	/** What the pipeline's application consists of. */
	static final List<String> PACKAGES = List.of("io.cartpulse.batch", "io.cartpulse.raw", "io.cartpulse.dds",
			"io.cartpulse.mart", "io.cartpulse.pipeline.PipelineJobConfiguration", "io.cartpulse.launch",
			WatchedClickHouse.Wiring.class.getName());

	/** The day that ages are counted to; after all days of the records. */
	static final String AS_OF = "2026-02-01";

	/** Small chunks, so that a run has many of them. */
	private static final List<String> SMALL_CHUNKS = List.of("cartpulse.raw.chunk-size=40",
			"cartpulse.dds.chunk-size=30", "cartpulse.mart.page-size=50");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final PipelineEngines engines = PipelineEngines.start();

	private final ClickHouseTables clickHouse = this.engines.clickHouseTables();

	private final TestTopic topic = TestTopic.create(this.engines, Delivery.PARTITIONS);

	private final ConfigurableApplicationContext context;

	Warehouse() {
		this.context = PipelineEngines.application(PACKAGES, (made) -> made.getBeanFactory()
			.registerSingleton("noWatch", (WatchedClickHouse.ExchangeWatch) (statement) -> {
			}), properties());
	}

	/** The properties of an application that works on the same engines and topic. */
	List<String> properties() {
		List<String> properties = new ArrayList<>(this.engines.properties(this.topic.name()));
		properties.addAll(this.engines.clickHouseProperties());
		properties.addAll(SMALL_CHUNKS);
		return properties;
	}

	/** Forgets all that was received. */
	void empty() {
		this.topic.delete();
		this.topic.recreate(Delivery.PARTITIONS);
		this.engines.emptyTables();
		this.clickHouse.empty();
	}

	void receive(List<Delivery.Sent> records) {
		records.forEach((sent) -> this.topic.send(sent.partition(), sent.record().timestamp(), sent.record().value()));
		this.topic.flush();
	}

	/** Runs the pipeline to its end, whatever was left undone before. */
	List<JobExecution> run() {
		return unlessRefused(
				() -> this.context.getBean(JobRuns.class).run(KnownJob.PIPELINE, Map.of("asOf", AS_OF), "a test"));
	}

	private static <T> T unlessRefused(Supplier<T> work) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				return work.get();
			}
			catch (LaunchRefusedException ex) {
				// PostgreSQL has yet to see that the killed process is gone
				if (System.nanoTime() > end) {
					throw ex;
				}
				Thread.onSpinWait();
			}
		}
	}

	/** Gives a run up that did not end, so that the next one is a new one. */
	void giveUp() {
		JobRepository repository = this.context.getBean(JobRepository.class);
		JobInstance last = repository.getLastJobInstance(KnownJob.PIPELINE.jobName());
		JobExecution execution = (last != null) ? repository.getLastJobExecution(last) : null;
		if (execution != null && execution.getStatus() != BatchStatus.COMPLETED) {
			JobRuns runs = this.context.getBean(JobRuns.class);
			runs.abandon(unlessRefused(() -> runs.recover(execution)));
		}
	}

	/** Runs the pipeline and stops it after some time, as SIGTERM does. */
	void runAndStop(Duration after) {
		CompletableFuture<List<JobExecution>> run = CompletableFuture.supplyAsync(this::run);
		try {
			run.get(after.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			stopUntilDone(run);
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void stopUntilDone(CompletableFuture<List<JobExecution>> run) {
		LayerLocks locks = this.context.getBean(LayerLocks.class);
		JobRepository repository = this.context.getBean(JobRepository.class);
		locks.executions().forEach((id) -> {
			JobExecution execution = repository.getJobExecution(id);
			if (execution != null && execution.isRunning()) {
				this.context.getBean(JobRuns.class).stop(execution);
			}
		});
		run.join();
	}

	/** All that the law of convergence speaks of, by table. */
	Map<String, List<String>> contents() {
		Map<String, List<String>> contents = new LinkedHashMap<>(new DdsContents(this.engines.jdbc()).meaning());
		// a refused record that is delivered twice is refused twice
		contents.computeIfPresent("quarantine", (table, rows) -> rows.stream().distinct().toList());
		for (String mart : this.clickHouse.marts()) {
			contents.put(mart,
					this.clickHouse.rows("select * from data_mart." + mart + " order by all")
						.stream()
						.map(Object::toString)
						.toList());
		}
		return contents;
	}

	/** Offsets passed that are neither rows nor dead letters nor gaps. */
	long unaccountedFor() {
		RawCounts raw = new RawCounts(this.engines.jdbc(), this.topic.name());
		return raw.passed() - raw.accountedFor();
	}

	/** RAW rows that the ledger of DDS has no end for, or more than one. */
	long unread() {
		Long unread = this.engines.jdbc()
			.queryForObject(
					"""
							select (select count(*) from raw.stored_records where outcome = 'received')
							    - (select coalesce(sum(records), 0) from etl.reconciliation where stage = 'dds' and outcome <> 'resolved')
							""",
					Long.class);
		return (unread != null) ? unread : 0;
	}

	/**
	 * Records that RAW holds more than once cannot be; those that it lacks are found
	 * here.
	 */
	long received() {
		return new RawCounts(this.engines.jdbc(), this.topic.name()).rows()
			.values()
			.stream()
			.mapToLong(Long::longValue)
			.sum();
	}

	@Override
	public void close() {
		this.context.close();
		this.topic.close();
	}

}
