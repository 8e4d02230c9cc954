package io.cartpulse.embedded;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KilledApplicationIntegrationTests {

	@TempDir
	private Path dataDir;

	@Test
	void everythingAcknowledgedIsThereAfterKill() throws Exception {
		int postgresPort = EnginePort.postgres().claim(0);
		int kafkaPort = EnginePort.kafka().claim(0);
		int clickHousePort = EnginePort.clickHouse().claim(0);
		List<String> line = ChildCommand.java(ApplicationToKill.class, List.of("-Xmx512m"),
				List.of(this.dataDir.toString(), "" + postgresPort, "" + kafkaPort, "" + clickHousePort));
		Process application = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		long acknowledged = killAfter(application, 30);
		long orphan = Long
			.parseLong(Files.readAllLines(this.dataDir.resolve("postgres/data/postmaster.pid")).get(0).strip());
		assertThat(ProcessHandle.of(orphan)).isPresent();

		EmbeddedSettings settings = new EmbeddedSettings(this.dataDir, postgresPort, kafkaPort, clickHousePort, true,
				true, true, null, Map.of());
		try (EmbeddedEngines engines = EmbeddedEngines.start(settings, (message) -> {
		}); Connection postgres = Engines.postgres(engines); Connection clickHouse = Engines.clickHouse(engines)) {
			assertThat(Engines.number(postgres, "select count(*) from killed")).isBetween(acknowledged,
					acknowledged + 1);
			assertThat(Engines.number(clickHouse, "select count() from killed")).isBetween(acknowledged,
					acknowledged + 1);
			assertThat(Engines.endOffset(engines, "killed")).isBetween(acknowledged, acknowledged + 1);
			assertThat(Engines.text(postgres, "show fsync")).isEqualTo("on");
		}
		assertThat(this.dataDir.resolve("postgres/data/postmaster.pid")).doesNotExist();
	}

	private static long killAfter(Process application, long rows) throws Exception {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8));
		long written = 0;
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			if (line.startsWith(ApplicationToKill.WRITTEN)) {
				written = Long.parseLong(line.substring(ApplicationToKill.WRITTEN.length()));
			}
			if (written == rows) {
				// the process itself would also close the stream that is being read
				application.toHandle().destroyForcibly();
			}
		}
		assertThat(application.waitFor(10, TimeUnit.SECONDS)).isTrue();
		return written;
	}

}
