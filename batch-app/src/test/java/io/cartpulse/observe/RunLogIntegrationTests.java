package io.cartpulse.observe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.cartpulse.testing.ApplicationProcess;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what a run writes into the log, by a process of its own.
 */
class RunLogIntegrationTests {

	private final RunningStore store = RunningStore.start();

	@Test
	void linesForPeopleNameJobAndExecution(@TempDir Path folder) throws Exception {
		List<String> log = run(folder);
		String mark = "[kafka-to-raw " + newestExecution() + "]";
		assertThat(log).anySatisfy((line) -> assertThat(line).contains(mark, "Executing step: [load-raw]"));
		assertThat(log).filteredOn((line) -> line.contains(" INFO ") && line.contains("tep: ["))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line).contains(mark));
		assertThat(log).as("what belongs to no run").anyMatch((line) -> !line.contains("[kafka-to-raw "));
	}

	@Test
	void ecsIsAJsonObjectEachLineAndNamesThemToo(@TempDir Path folder) throws Exception {
		List<JsonNode> log = run(folder, "--cartpulse.log-format=ecs").stream()
			.map(JsonMapper.shared()::readTree)
			.toList();
		String execution = newestExecution();
		assertThat(log).allSatisfy((line) -> {
			assertThat(line.isObject()).isTrue();
			assertThat(line.has("@timestamp")).isTrue();
			assertThat(line.has("message")).isTrue();
		});
		assertThat(log).filteredOn((line) -> line.get("message").asString().contains("tep: ["))
			.isNotEmpty()
			.allSatisfy((line) -> {
				assertThat(line.path("job").asString("")).isEqualTo("kafka-to-raw");
				assertThat(line.path("execution").asString("")).isEqualTo(execution);
			});
	}

	private List<String> run(Path folder, String... properties) throws InterruptedException {
		this.store.publish("{\"type\": \"event\", \"event_type\": \"view_page\", \"user_id\": 1}");
		List<String> line = new ArrayList<>(List.of("run", "kafka-to-raw"));
		line.addAll(List.of(properties));
		try (ApplicationProcess process = ApplicationProcess.start(this.store.engines(), folder,
				line.toArray(String[]::new))) {
			assertThat(process.awaitEnd()).as(() -> process.said().toString()).isZero();
			return process.log();
		}
	}

	private String newestExecution() {
		return String.valueOf(this.store.jdbc()
			.queryForObject("select max(job_execution_id) from batch.batch_job_execution", Long.class));
	}

}
