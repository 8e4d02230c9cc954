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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cartpulse.CartpulseApplication;
import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.DashboardReader;
import io.cartpulse.dashboard.SimulatedStore;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.metabase.FakeMetabase;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the stack gives to application and ClickHouse, given to a process of its own and
 * to the embedded engines.
 */
class ComposeEnvironmentIntegrationTests {

	private static final Pattern CONSOLE = Pattern.compile("console +http://127\\.0\\.0\\.1:(\\d+)/");

	/** A variable of .env that may be left out. */
	private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

	private final ComposeFile compose = ComposeFile.read();

	private final EmbeddedEngines engines = SimulatedStore.start().engines();

	private final FakeMetabase metabase = new FakeMetabase();

	@AfterEach
	void close() {
		this.metabase.close();
	}

	@Test
	void theApplicationStartsWithTheEnvironmentOfTheStackAndAnswersCards(@TempDir Path folder) throws Exception {
		// another process may have the console's port, and the store's data is to stay as
		// it is
		Process process = start("batch-app", folder, "--server.port=0", "--cartpulse.schedule.enabled=false");
		try {
			Matcher console = CONSOLE.matcher(lineWith(CONSOLE, process));
			assertThat(console.find()).isTrue();
			ApiClient viewer = ApiClient.basic(URI.create("http://127.0.0.1:" + console.group(1)), "viewer",
					TestUsers.PASSWORD);
			JsonNode card = viewer.get("/api/v1/dashboards/overview/cards/orders?from=2026-01-12&to=2026-01-25").json();
			assertThat(card.path("rows").path(0).path(0).asInt()).isPositive();
			// no engine's data, and no password that was made up
			assertThat(folder.resolve("data").toFile().list()).containsExactly("logs");
			process.destroy();
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends when it is told to").isTrue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void theDashboardsReachMetabaseWithTheEnvironmentOfTheStack(@TempDir Path folder) throws Exception {
		List<DashboardDefinition> dashboards = new DashboardReader().readAll();
		this.metabase.addMartsOf(dashboards);
		Process process = start("metabase-dashboards", folder);
		try {
			lineWith(Pattern.compile("Metabase at .* has the dashboards in collection cartpulse: "), process);
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
			assertThat(process.exitValue()).isZero();
			assertThat(this.metabase.dashboards()).extracting((dashboard) -> dashboard.path("name").asString())
				.containsExactlyElementsOf(dashboards.stream().map((dashboard) -> dashboard.title().en()).toList());
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

	private Process start(String name, Path folder, String... options) throws IOException {
		ComposeFile.Service service = this.compose.services().get(name);
		assertThat(service).isNotNull();
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				CartpulseApplication.class.getName()));
		command.addAll(service.list("command"));
		command.addAll(List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
		builder.environment().clear();
		service.environment()
			.forEach((variable, value) -> builder.environment().put(variable, here(variable, value, folder)));
		TestUsers.properties()
			.stream()
			.map((property) -> property.split("=", 2))
			.forEach((property) -> builder.environment().put(variable(property[0]), property[1]));
		return builder.start();
	}

	/** The name by which the environment sets a property. */
	private static String variable(String property) {
		return property.replaceAll("[.\\[]", "_").replaceAll("[]-]", "").toUpperCase(Locale.ROOT);
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
			case "CARTPULSE_ANALYST_PASSWORD" -> this.engines.credentials().analystPassword();
			case "CARTPULSE_METABASE_URL" -> this.metabase.url().toString();
			case "CARTPULSE_METABASE_USER" -> FakeMetabase.ADMINISTRATOR;
			case "CARTPULSE_METABASE_PASSWORD" -> FakeMetabase.PASSWORD;
			case "CARTPULSE_METABASE_DATABASE_PASSWORD" -> FakeMetabase.ANALYST_PASSWORD;
			default -> DEFAULT.matcher(value).replaceAll("$1");
		};
	}

	/** The first line that has something; a process that never writes it is given up. */
	private static String lineWith(Pattern wanted, Process process) throws Exception {
		List<String> lines = Collections.synchronizedList(new ArrayList<>());
		CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(
				() -> new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
					.lines()
					.peek(lines::add)
					.anyMatch((line) -> wanted.matcher(line).find()));
		try {
			assertThat(found.get(120, TimeUnit.SECONDS)).as(String.join("\n", lines)).isTrue();
		}
		catch (TimeoutException ex) {
			throw new AssertionError("no \"" + wanted + "\" in:\n" + String.join("\n", lines), ex);
		}
		return lines.get(lines.size() - 1);
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
