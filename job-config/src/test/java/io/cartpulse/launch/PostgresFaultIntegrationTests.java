package io.cartpulse.launch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.testing.EnginesOfTheirOwn;
import io.cartpulse.testing.JobUnderTest;
import io.cartpulse.testing.PipelineEngines;
import io.cartpulse.testing.RawCounts;
import io.cartpulse.testing.TestTopic;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * PostgreSQL restarted in the middle of a run, and a PostgreSQL that can write no
 * further.
 */
class PostgresFaultIntegrationTests {

	private static final List<String> STAGES = List.of("io.cartpulse.batch", "io.cartpulse.raw", "io.cartpulse.dds",
			"io.cartpulse.launch");

	/** Above a segment of the write-ahead log, which is 16 MiB. */
	private static final String FILE_LIMIT = String.valueOf(18L << 20);

	/** What a run says that met the restart in a statement, a commit or a rollback. */
	private static final String[] BROKEN = { "terminating connection", "I/O error", "onnection is closed",
			"connection has been closed", "Connection to 127.0.0.1" };

	private static final Random RANDOM = new Random(3);

	private static EnginesOfTheirOwn postgres;

	private static JdbcTemplate jdbc;

	private TestTopic topic;

	private ConfigurableApplicationContext context;

	@BeforeAll
	static void startPostgres() {
		postgres = EnginesOfTheirOwn.postgres();
		EmbeddedEngines engines = postgres.engines();
		jdbc = new JdbcTemplate(new DriverManagerDataSource(engines.postgresUrl(), engines.credentials().ownerUser(),
				engines.credentials().ownerPassword()));
		Flyway.configure()
			.dataSource(jdbc.getDataSource())
			.locations("classpath:sql/migrations/postgres")
			.load()
			.migrate();
	}

	@AfterAll
	static void stopPostgres() {
		postgres.close();
	}

	@BeforeEach
	void start() {
		PipelineEngines shared = PipelineEngines.start();
		this.topic = TestTopic.create(shared, 2);
		this.context = application(shared);
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.topic.close();
	}

	@Test
	void completesAfterARestartBetweenRecordsOfKafka() {
		send(0, 3_000, "");
		send(1, 3_000, "");
		String failure = failureOf(KnownJob.KAFKA_TO_RAW, () -> counts().passed() > 0);
		assertThat(failure).containsAnyOf(BROKEN);
		assertThat(counts().passed()).isLessThan(6_000).isEqualTo(counts().accountedFor());
		completes(KnownJob.KAFKA_TO_RAW);
		assertThat(counts().rows()).containsOnly(Map.entry("events", 6_000L));
		assertThat(counts().passed()).isEqualTo(6_000);
	}

	@Test
	void completesAfterARestartInsideAChunkOfRawRows() throws SQLException {
		send(0, 3_000, "");
		completes(KnownJob.KAFKA_TO_RAW);
		String failure;
		try (Connection foreign = holding("dds.events")) {
			assertThat(foreign.isClosed()).isFalse();
			failure = failureOf(KnownJob.RAW_TO_DDS,
					() -> number("select count(*) from pg_locks where locktype = 'relation' and not granted") > 0);
		}
		assertThat(failure).containsAnyOf(BROKEN);
		completes(KnownJob.RAW_TO_DDS);
		assertThat(number("select count(*) from dds.events")).isEqualTo(number("select count(*) from raw.events"));
		assertThat(number("""
				select count(*) from raw.stored_records where outcome = 'received'""")).isEqualTo(
				number("select sum(records) from etl.reconciliation where stage = 'dds' and outcome <> 'resolved'"));
		assertThat(number("select count(*) from etl.loads where unfinished")).isZero();
	}

	@Test
	void completesWhenThereIsSpaceAgain() throws Exception {
		send(0, 2_500, noise());
		this.context.close();
		limitFiles(FILE_LIMIT);
		// only new connections are under the limit
		this.context = application(PipelineEngines.start());
		JobExecution failed = runs().run(KnownJob.KAFKA_TO_RAW, Map.of(), "a test").get(0);
		limitFiles("unlimited");
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(JobUnderTest.failures(failed))
			.anyMatch((message) -> message.contains("could not extend file") && message.contains("File too large"));
		assertThat(counts().passed()).isBetween(1L, 2_499L).isEqualTo(counts().accountedFor());
		completes(KnownJob.KAFKA_TO_RAW);
		assertThat(counts().rows()).containsOnly(Map.entry("events", 2_500L));
		assertThat(counts().passed()).isEqualTo(2_500);
	}

	/** Restarts PostgreSQL when a run is at some point, and gives the run's failure. */
	private String failureOf(KnownJob job, BooleanSupplier reached) {
		CompletableFuture<List<JobExecution>> run = CompletableFuture
			.supplyAsync(() -> runs().run(job, Map.of(), "a test"));
		while (!reached.getAsBoolean()) {
			assertThat(run).isNotDone();
		}
		postgres.stop();
		postgres.start();
		try {
			List<JobExecution> executions = run.join();
			assertThat(executions).singleElement()
				.extracting(JobExecution::getStatus)
				.isNotEqualTo(BatchStatus.COMPLETED);
			return String.join("\n", JobUnderTest.failures(executions.get(0)));
		}
		catch (CompletionException ex) {
			return Stream.<Throwable>iterate(ex, (cause) -> cause != null, Throwable::getCause)
				.map(String::valueOf)
				.toList()
				.toString();
		}
	}

	/**
	 * A connection that keeps all others from writing a table, until PostgreSQL stops.
	 */
	private static Connection holding(String table) throws SQLException {
		Connection connection = Objects.requireNonNull(jdbc.getDataSource()).getConnection();
		connection.setAutoCommit(false);
		connection.createStatement().execute("lock table " + table + " in exclusive mode");
		return connection;
	}

	/** Runs again, which first finishes what was left. */
	private void completes(KnownJob job) {
		assertThat(runs().run(job, Map.of(), "a test")).extracting(JobExecution::getStatus)
			.containsOnly(BatchStatus.COMPLETED);
		assertThat(number("select count(*) from batch.batch_job_execution where end_time is null")).isZero();
	}

	private JobRuns runs() {
		return this.context.getBean(JobRuns.class);
	}

	private RawCounts counts() {
		return new RawCounts(jdbc, this.topic.name());
	}

	private void send(int partition, int records, String noise) {
		this.topic.sendAll(partition,
				IntStream.range(0, records)
					.mapToObj((number) -> ("{\"type\":\"event\",\"event_type\":\"search\",\"timestamp\":\"2026-01-01\","
							+ "\"event_id\":\"%s-%d-%d\",\"noise\":\"%s\"}")
						.formatted(this.topic.name(), partition, number, noise))
					.toList());
	}

	/** Ten kilobytes that PostgreSQL cannot compress. */
	private static String noise() {
		byte[] noise = new byte[7_500];
		RANDOM.nextBytes(noise);
		return Base64.getEncoder().encodeToString(noise);
	}

	/** How large a file PostgreSQL's processes may make. */
	private static void limitFiles(String bytes) throws IOException, InterruptedException {
		ProcessHandle postmaster = postgres.postmaster();
		for (ProcessHandle process : Stream.concat(Stream.of(postmaster), postmaster.children()).toList()) {
			Process prlimit = new ProcessBuilder("prlimit", "--pid", String.valueOf(process.pid()),
					"--fsize=" + bytes + ":unlimited")
				.inheritIO()
				.start();
			// one that ends meanwhile needs no limit
			assertThat(prlimit.waitFor() == 0 || !process.isAlive()).isTrue();
		}
	}

	private ConfigurableApplicationContext application(PipelineEngines shared) {
		EmbeddedEngines engines = postgres.engines();
		List<String> properties = new ArrayList<>(shared.properties(this.topic.name()));
		Collections.addAll(properties, "spring.datasource.url=" + engines.postgresUrl(),
				"spring.datasource.username=" + engines.credentials().ownerUser(),
				"spring.datasource.password=" + engines.credentials().ownerPassword(),
				"spring.datasource.hikari.connection-timeout=2000", "cartpulse.raw.chunk-size=10",
				"cartpulse.dds.chunk-size=10");
		return PipelineEngines.application(STAGES, (made) -> {
		}, properties);
	}

	private static long number(String sql) {
		Long number = jdbc.queryForObject(sql, Long.class);
		return (number != null) ? number : 0;
	}

}
