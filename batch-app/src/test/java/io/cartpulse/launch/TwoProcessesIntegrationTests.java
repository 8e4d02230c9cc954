package io.cartpulse.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cartpulse.generator.EventPublisher;
import io.cartpulse.testing.ApplicationProcess;
import io.cartpulse.testing.TemporaryEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of several processes of the program on the same database: schedules fire once,
 * and what a killed process left behind is finished by another one that is up.
 */
class TwoProcessesIntegrationTests {

	/** Also of a run that another one left no room for. */
	private static final Pattern DUE = Pattern.compile("retry-quarantine scheduled for (\\S+)[, ]");

	private static final int ENOUGH_FIRINGS = 5;

	private static final int RECORDS = 20_000;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration LOOK = Duration.ofMillis(100);

	private static final TemporaryEngines engines = TemporaryEngines.all();

	private static final List<ApplicationProcess> up = new ArrayList<>();

	private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(engines.engines().postgresUrl(),
			engines.engines().credentials().ownerUser(), engines.engines().credentials().ownerPassword()));

	@BeforeAll
	static void start(@TempDir Path folder) throws InterruptedException {
		for (String name : List.of("one", "other")) {
			up.add(start(folder.resolve(name), "up", "--cartpulse.launch.orphan-watch=500ms",
					"--cartpulse.schedule.jobs.kafka-to-raw.enabled=false",
					"--cartpulse.schedule.jobs.raw-to-dds.enabled=false",
					"--cartpulse.schedule.jobs.dds-to-clickhouse.enabled=false",
					"--cartpulse.schedule.jobs.refresh-reference-data.enabled=false",
					"--cartpulse.schedule.jobs.retry-quarantine.enabled=true",
					"--cartpulse.schedule.jobs.retry-quarantine.cron=0/2 * * * * ?")
				.awaitUp());
		}
	}

	@AfterAll
	static void stop() {
		up.forEach(ApplicationProcess::close);
		engines.close();
	}

	@Test
	void aScheduleFiresOnceOverBoth() {
		await(() -> firings().size() >= ENOUGH_FIRINGS);
		assertThat(up).allMatch(ApplicationProcess::isAlive);
		assertThat(firings()).doesNotHaveDuplicates();
	}

	@Test
	void whatAKilledProcessLeftBehindIsFinishedByOneThatIsUp(@TempDir Path folder) throws InterruptedException {
		publish();
		try (ApplicationProcess killed = start(folder, "run", "kafka-to-raw", "--cartpulse.raw.chunk-size=5")) {
			await(() -> written() > 0);
			killed.kill();
		}
		long before = written();
		assertThat(before).isBetween(1L, RECORDS - 1L);
		await(() -> statuses().equals(List.of("FAILED", "COMPLETED")));
		assertThat(this.jdbc.queryForObject("select count(*) from raw.events", Long.class)).isEqualTo(RECORDS);
		assertThat(this.jdbc.queryForObject("""
				select count(distinct job_instance_id) from batch.batch_job_instance where job_name = 'kafka-to-raw'""",
				Long.class))
			.isEqualTo(1);
		assertThat(up).allMatch(ApplicationProcess::isAlive);
	}

	private static ApplicationProcess start(Path folder, String... line) {
		return ApplicationProcess.start(engines.engines(), folder, line);
	}

	private static void publish() {
		try (EventPublisher publisher = new EventPublisher(engines.engines().kafkaBootstrapServers(), "user_events",
				(progress) -> {
				})) {
			for (int user = 0; user < RECORDS; user++) {
				publisher.publish(null,
						"{\"type\": \"event\", \"event_type\": \"view_page\", \"user_id\": %d}".formatted(user)
							.getBytes(StandardCharsets.UTF_8));
			}
			publisher.flush();
		}
	}

	/** The times of the schedule that came, as both processes tell them. */
	private static List<String> firings() {
		return up.stream().flatMap((process) -> firings(process).stream()).toList();
	}

	/** One firing may run two: first what an earlier one left. */
	private static Set<String> firings(ApplicationProcess process) {
		return process.log()
			.stream()
			.map(DUE::matcher)
			.filter(Matcher::find)
			.map((due) -> due.group(1))
			.collect(Collectors.toSet());
	}

	private long written() {
		Long written = this.jdbc.queryForObject("select count(*) from raw.events", Long.class);
		return (written != null) ? written : 0;
	}

	private List<String> statuses() {
		return this.jdbc.queryForList("""
				select e.status
				from batch.batch_job_execution as e
				join batch.batch_job_instance as i using (job_instance_id)
				where i.job_name = 'kafka-to-raw'
				order by e.job_execution_id""", String.class);
	}

	private static void await(BooleanSupplier there) {
		Instant end = Instant.now().plus(PATIENCE);
		while (!isThere(there)) {
			if (Instant.now().isAfter(end)) {
				throw new AssertionError("it did not come within " + PATIENCE);
			}
			assertThat(up.get(0).endsWithin(LOOK)).as("it ended by itself").isFalse();
		}
	}

	private static boolean isThere(BooleanSupplier there) {
		try {
			return there.getAsBoolean();
		}
		catch (DataAccessException ex) {
			// the tables are made yet
			return false;
		}
	}

}
