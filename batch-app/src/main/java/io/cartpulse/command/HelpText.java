package io.cartpulse.command;

import java.util.Arrays;
import java.util.List;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.terminal.TextTable;

/**
 * What {@code help} says.
 */
final class HelpText {

	private static final String BEFORE = """
			cartpulse brings a store's events from Kafka through PostgreSQL into ready figures in ClickHouse.

			Commands
			  demo                    a small shop: 60 simulated days, the figures, then live traffic every minute
			  up                      engines, application and schedules, without simulation, until Ctrl-C
			  run JOB [name=value …]  one run of a job, a report; exit code 0 only when it completed
			  run pipeline --events FILE [--append]
			                          first replays FILE (JSON lines, plain or gzip) into the topic; where something
			                          is stored already, --append says that it may be added to it
			  metabase                sets Metabase up, and makes or updates the dashboards there
			  doctor                  checks engines, data folder, alerts, providers and Metabase, says the mend;
			                          exit code 0 only when nothing fails
			  hash-password           makes the hash of a password, for cartpulse.security.users
			  help                    this text

			Jobs""";

	private static final String AFTER = """

			Options
			  --data-dir DIR          where the embedded engines keep their data; unset: .cartpulse
			  --NAME=VALUE            any property, for example --cartpulse.kafka.bootstrap-servers=broker:9092

			Engines are started for what no server is named for: cartpulse.postgres.url, .user, .password;
			cartpulse.kafka.bootstrap-servers; cartpulse.clickhouse.url, .user, .password. Metabase is where
			cartpulse.metabase.url says; it needs .user, .password and .database.password. Properties come from the
			command line, system properties, the environment (CARTPULSE_POSTGRES_URL) or application.properties in
			the working directory. The launcher hands CARTPULSE_JAVA_OPTS to Java instead of -Xmx512m.

			Exit codes: 0 done, 1 failed, 2 the command line cannot be followed, 3 another run is in the way.""";

	private HelpText() {
	}

	static String read() {
		TextTable jobs = new TextTable("job", "what it does", "parameters");
		Arrays.stream(KnownJob.values())
			.forEach((job) -> jobs.row(job.jobName(), job.description(), job.parameterNames()));
		List<String> rows = jobs.lines();
		return BEFORE + "\n" + String.join("\n", rows.subList(1, rows.size())) + "\n" + AFTER;
	}

}
