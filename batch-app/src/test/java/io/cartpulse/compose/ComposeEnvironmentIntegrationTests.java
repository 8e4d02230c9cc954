package io.cartpulse.compose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.dashboard.SimulatedStore;
import io.cartpulse.embedded.CredentialsFile;
import io.cartpulse.embedded.EmbeddedEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the stack gives to application and ClickHouse, given to a process of its own and
 * to the embedded engines.
 */
class ComposeEnvironmentIntegrationTests {

	private final ComposeFile compose = ComposeFile.read();

	private final EmbeddedEngines engines = SimulatedStore.start().engines();

	@Test
	void theApplicationStartsWithTheEnvironmentOfTheStack(@TempDir Path folder) throws Exception {
		ComposeFile.Service service = this.compose.services().get("batch-app");
		assertThat(service).isNotNull();
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				CartpulseApplication.class.getName()));
		command.addAll(service.list("command"));
		// the port of the console may be taken here
		command.add("--server.port=0");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
		builder.environment().clear();
		service.environment().forEach((name, value) -> builder.environment().put(name, here(name, value, folder)));
		Process process = builder.start();
		try {
			assertThat(linesUntil("Everything is up.", process)).last().asString().contains("Everything is up.");
			// no engine's data; the first password of the console's admin, and no other
			assertThat(folder.resolve("data").toFile().list()).containsExactlyInAnyOrder("logs", CredentialsFile.NAME);
			assertThat(folder.resolve("data").resolve(CredentialsFile.NAME)).content().doesNotContain("owner.password");
			process.destroy();
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends when it is told to").isTrue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void clickHouseReadsTheStatementsThatMakeItsUsers() throws Exception {
		String sql = ComposeFile.read(this.compose.folder().resolve("docker/clickhouse/users.sql"))
			.replaceAll("(?m)^--.*$", "");
		List<String> statements = List.of(sql.split(";"))
			.stream()
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
		assertThat(statements).hasSize(12);
		for (String statement : statements) {
			assertThat(formatted(statement)).as(statement).isEqualTo("200");
		}
		assertThat(formatted("grant selekt on data_mart.* to analyst")).isNotEqualTo("200");
	}

	/** The address or secret that stands here for the stack's. */
	private String here(String name, String value, Path folder) {
		return switch (name) {
			case "CARTPULSE_DATA_DIR" -> folder.resolve("data").toString();
			case "CARTPULSE_KAFKA_BOOTSTRAP_SERVERS" -> this.engines.kafkaBootstrapServers();
			case "CARTPULSE_POSTGRES_URL" -> this.engines.postgresUrl();
			case "CARTPULSE_CLICKHOUSE_URL" -> this.engines.clickHouseUrl();
			case "CARTPULSE_POSTGRES_PASSWORD", "CARTPULSE_CLICKHOUSE_PASSWORD" ->
				this.engines.credentials().ownerPassword();
			default -> value;
		};
	}

	private static List<String> linesUntil(String end, Process process) throws IOException {
		List<String> lines = new ArrayList<>();
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		String line = reader.readLine();
		while (line != null) {
			lines.add(line);
			if (line.contains(end)) {
				return lines;
			}
			line = reader.readLine();
		}
		return lines;
	}

	/** The engine has no users, but its parser knows the statements. */
	private String formatted(String statement) throws IOException, InterruptedException {
		String literal = "'" + statement.replace("\\", "\\\\").replace("'", "\\'") + "'";
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.engines.clickHouseUrl()))
			.header("X-ClickHouse-User", this.engines.credentials().ownerUser())
			.header("X-ClickHouse-Key", this.engines.credentials().ownerPassword())
			.POST(BodyPublishers.ofString("select formatQuerySingleLine(" + literal + ")"))
			.build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		return (response.statusCode() == 200) ? "200" : response.body();
	}

}
