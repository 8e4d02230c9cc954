package io.cartpulse.command;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link CommandLine}.
 */
class CommandLineTests {

	@Test
	void readsCommandsThatStandAlone() {
		assertThat(parsed("demo").command()).isEqualTo(new Command.Demo());
		assertThat(parsed("up").command()).isEqualTo(new Command.Up());
		assertThat(parsed("metabase").command()).isEqualTo(new Command.Metabase());
		assertThat(parsed("help").command()).isEqualTo(new Command.Help());
		assertThat(parsed("doctor").command()).isEqualTo(new Command.Doctor());
		assertThat(parsed("hash-password").command()).isEqualTo(new Command.HashPassword());
	}

	@Test
	void helpWinsWhereverItStands() {
		assertThat(parsed("run", "--help").command()).isEqualTo(new Command.Help());
		assertThat(parsed("-h").command()).isEqualTo(new Command.Help());
	}

	@Test
	void readsAJobWithItsParameters() {
		assertThat(parsed("run", "pipeline", "mode=rebuild", "asOf=2026-01-31").command())
			.isEqualTo(new Command.Run("pipeline", Map.of("mode", "rebuild", "asOf", "2026-01-31"), null, false));
	}

	@Test
	void readsTheFileToReplayFirst() {
		assertThat(parsed("run", "pipeline", "--events", "a b.jsonl", "--append").command())
			.isEqualTo(new Command.Run("pipeline", Map.of(), Path.of("a b.jsonl"), true));
		assertThat(parsed("run", "pipeline", "--events=x.gz").command())
			.isEqualTo(new Command.Run("pipeline", Map.of(), Path.of("x.gz"), false));
	}

	@Test
	void dataFolderIsAProperty() {
		assertThat(parsed("--data-dir", "/tmp/x", "up").properties()).containsExactly("--cartpulse.data-dir=/tmp/x");
		assertThat(parsed("up", "--data-dir=/tmp/x").properties()).containsExactly("--cartpulse.data-dir=/tmp/x");
	}

	@Test
	void passesPropertiesOn() {
		assertThat(parsed("up", "--cartpulse.kafka.port=1", "--logging.level.io.cartpulse=debug",
				"--cartpulse.kafka.properties.security.protocol=SSL", "--cartpulse.dds.placeholders[0]=")
			.properties()).containsExactly("--cartpulse.kafka.port=1", "--logging.level.io.cartpulse=debug",
					"--cartpulse.kafka.properties.security.protocol=SSL", "--cartpulse.dds.placeholders[0]=");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			frob                             | unknown command frob
			up --frob                        | unknown option --frob
			up -x                            | unknown option -x
			up --frob=1                      | unknown option --frob=1
			up now                           | up does not take now
			metabase now                     | metabase does not take now
			demo --events f                  | --events and --append belong to: run pipeline
			run                              | say which job to run: pipeline
			run frob                         | no job is named frob; jobs: pipeline, kafka-to-raw
			run kafka-to-raw --events f      | --events and --append belong to: run pipeline
			run kafka-to-raw mode=rebuild    | job kafka-to-raw does not take mode; it takes no parameters
			run pipeline --append            | --append goes with --events FILE
			run pipeline --events            | option --events needs a value
			run pipeline --events --append   | option --events needs a value
			run pipeline rebuild             | rebuild is not a parameter; write name=value
			run pipeline mode=frob           | mode=frob cannot be read; write mode=incremental or mode=rebuild
			run pipeline asOf=31.1.2026      | asOf=31.1.2026 cannot be read; write asOf=YYYY-MM-DD
			run pipeline asOf=+9999-01-01    | asOf=+9999-01-01 cannot be read; write asOf=YYYY-MM-DD
			run pipeline asOf=9999-12-31     | Days lie between 1970-01-01 and 2149-06-06
			run pipeline mode=rebuild mode=incremental | mode is given twice
			run dds-to-clickhouse from=2026-01-02 to=2026-01-01 | to=2026-01-01 is before from=2026-01-02
			run dds-to-clickhouse from=1970-01-01 to=2149-06-06 | are 65536 days; at most 3660 are built at once
			run dds-to-clickhouse mode=full from=2026-01-02 | mode=full builds all days anew: leave out from and to
			up --data-dir pom.xml/x          | pom.xml is no folder that can be written
			up --data-dir                    | option --data-dir needs a value
			""")
	void saysWhatIsWrong(String line, String message) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parsed(line.split(" ")))
			.withMessageContaining(message);
	}

	@Test
	void nothingAtAllAsksForACommand() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(CommandLineTests::parsed)
			.withMessageContaining("demo, up, run JOB, doctor, metabase, hash-password or help");
	}

	private static CommandLine parsed(String... arguments) {
		return CommandLine.parse(arguments);
	}

}
