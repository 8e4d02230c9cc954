package io.cartpulse.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of docker-compose.yml, Dockerfile and .env.example.
 */
class ComposeFileTests {

	/** A repository without a host, and a tag that is a version. */
	private static final Pattern PINNED = Pattern.compile("[a-z-]+(/[a-z-]+)?:v?\\d+(\\.\\d+)+");

	private static final Pattern IMAGE_WITHOUT_REASON = Pattern.compile("(?m)^(?! *#).*\\n {4}image: .*");

	/** Secrets that may be left out. */
	private static final Set<String> OPTIONAL = Set.of("TELEGRAM_TOKEN", "OPEN_EXCHANGE_RATES_KEY", "OPEN_WEATHER_KEY",
			"POSITIONSTACK_KEY");

	private static final Set<String> CONSOLES = Set.of("batch-app", "metabase");

	private final ComposeFile compose = ComposeFile.read();

	@Test
	void hasTheWholeStack() {
		assertThat(this.compose.services()).containsOnlyKeys("kafka", "kafka-topic", "postgres", "clickhouse",
				"batch-app", "generator", "metabase", "metabase-dashboards");
		assertThat(this.compose.services().get("generator").list("profiles")).containsExactly("simulate");
	}

	@Test
	void everyVariableOfOursSetsAKnownProperty() {
		KnownProperties known = new KnownProperties();
		List<String> variables = this.compose.services()
			.values()
			.stream()
			.filter(ComposeFile.Service::isOurs)
			.flatMap((service) -> service.environment().keySet().stream())
			.toList();
		assertThat(variables).contains("CARTPULSE_CLICKHOUSE_URL").allMatch(known::isSetBy);
		assertThat(known.isSetBy("CARTPULSE_CLICKHOUSE_URI")).isFalse();
	}

	@Test
	void imagesArePinnedForAReason() {
		this.compose.services().forEach((name, service) -> assertThat(service.text("image")).as(name).matches(PINNED));
		assertThat(this.compose.text()).doesNotContainPattern(IMAGE_WITHOUT_REASON);
	}

	@Test
	void onlyConsolesArePublishedAndOnlyHere() {
		this.compose.services().forEach((name, service) -> {
			assertThat(service.has("ports")).as(name).isEqualTo(CONSOLES.contains(name));
			assertThat(service.list("ports")).as(name).allMatch((port) -> port.startsWith("127.0.0.1:"));
		});
		ComposeFile.Service application = this.compose.services().get("batch-app");
		String port = application.environment().getOrDefault("SERVER_PORT", "");
		assertThat(application.list("ports")).containsExactly("127.0.0.1:" + port + ":" + port);
	}

	@Test
	void volumesAreDeclaredAndFilesAreThere() {
		Set<String> used = new TreeSet<>();
		for (ComposeFile.Service service : this.compose.services().values()) {
			for (String volume : service.list("volumes")) {
				String[] parts = volume.split(":");
				if (parts[0].startsWith("./")) {
					assertThat(this.compose.folder().resolve(parts[0])).exists();
					assertThat(volume).endsWith(":ro");
				}
				else {
					used.add(parts[0]);
				}
			}
		}
		assertThat(used).isEqualTo(new TreeSet<>(this.compose.volumes()));
	}

	@Test
	void everyServiceThatStaysSaysHowItIs() {
		this.compose.services().forEach((name, service) -> {
			boolean isAsked = service.hasHealthcheck();
			assertThat(isAsked).as(name).isEqualTo(!service.endsByItself() && !name.equals("generator"));
		});
	}

	@Test
	void servicesWaitForWhatCanComeTrue() {
		Map<String, String> impossible = new TreeMap<>();
		this.compose.services().forEach((name, service) -> service.waitsFor().forEach((other, condition) -> {
			ComposeFile.Service awaited = this.compose.services().get(other);
			boolean possible = awaited != null && switch (condition) {
				case "service_healthy" -> awaited.hasHealthcheck();
				case "service_completed_successfully" -> awaited.endsByItself();
				default -> false;
			};
			if (!possible) {
				impossible.put(name, other + ": " + condition);
			}
		}));
		assertThat(impossible).isEmpty();
	}

	@Test
	void addressesNameServicesOfTheStackThatAreWaitedFor() {
		Pattern host = Pattern.compile("(?:://|^)([a-z]+):\\d+|^(clickhouse)$");
		this.compose.services().forEach((name, service) -> {
			Set<String> named = service.environment()
				.entrySet()
				.stream()
				.filter((variable) -> service.isOurs())
				.flatMap((variable) -> host.matcher(variable.getValue()).results())
				.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
				.collect(Collectors.toSet());
			assertThat(reachable(name)).as(name).containsAll(named);
		});
	}

	@Test
	void oursRunWithoutRightsTheyDoNotNeed() {
		this.compose.services().values().stream().filter(ComposeFile.Service::isOurs).forEach((service) -> {
			assertThat(service.text("read_only")).isEqualTo("true");
			assertThat(service.list("cap_drop")).containsExactly("ALL");
			assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
		});
		assertThat(dockerfile()).containsPattern("(?m)^USER 10001$").doesNotContain("USER root");
	}

	@Test
	void memoryIsLimited() {
		this.compose.services()
			.forEach((name, service) -> assertThat(service.text("mem_limit")).as(name).matches("\\d+[mg]"));
	}

	@Test
	void secretsComeFromTheEnvironmentAlone() {
		Map<String, String> example = example();
		assertThat(example.keySet()).isEqualTo(this.compose.variables());
		example.forEach((name, value) -> {
			if (name.matches(".*(PASSWORD|KEY|EMAIL|TOKEN|CHATS)")) {
				assertThat(value).as(name).isEmpty();
			}
		});
		List<String> literal = new ArrayList<>();
		this.compose.services().values().forEach((service) -> service.environment().forEach((name, value) -> {
			if (name.matches(".*(PASSWORD|PASS|KEY|TOKEN)") && !value.matches("\\$\\{[A-Z_]+:\\?set it in \\.env}")) {
				literal.add(value);
			}
		}));
		assertThat(literal)
			.containsExactlyInAnyOrderElementsOf(OPTIONAL.stream().map((name) -> "${" + name + ":-}").toList());
		assertThat(ComposeFile.read(this.compose.folder().resolve(".gitignore")).lines()).contains(".env");
		assertThat(ComposeFile.read(this.compose.folder().resolve(".dockerignore")).lines()).contains(".env", ".git");
	}

	@Test
	void theDockerfileBuildsWhatTheStackNames() {
		this.compose.services().values().stream().filter((service) -> service.has("build")).forEach((service) -> {
			String target = String
				.valueOf(((Map<?, ?>) service.content().getOrDefault("build", Map.of())).get("target"));
			assertThat(dockerfile()).containsPattern("(?m)^FROM java AS " + target + "$");
			assertThat(service.text("image")).startsWith(ComposeFile.OURS + target + ":");
		});
		assertThat(dockerfile()).contains("extract --layers")
			.containsPattern("(?m)^FROM eclipse-temurin:25-jre-\\w+ AS java$");
	}

	@Test
	void scriptsCanBeRun() {
		assertThat(List.of("docker/clickhouse/create-users.sh", "docker/postgres/create-metabase-database.sh"))
			.map((script) -> this.compose.folder().resolve(script))
			.allMatch(Files::isExecutable);
	}

	/** What a service waits for, and what that waits for. */
	private Set<String> reachable(String name) {
		Set<String> reachable = new TreeSet<>();
		ComposeFile.Service service = this.compose.services().get(name);
		if (service != null) {
			service.waitsFor().keySet().forEach((other) -> {
				reachable.add(other);
				reachable.addAll(reachable(other));
			});
		}
		return reachable;
	}

	private String dockerfile() {
		return ComposeFile.read(this.compose.folder().resolve("Dockerfile"));
	}

	private Map<String, String> example() {
		Path file = this.compose.folder().resolve(".env.example");
		return ComposeFile.read(file)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.split("=", 2))
			.collect(Collectors.toMap((line) -> line[0], (line) -> line[1], (one, other) -> other, TreeMap::new));
	}

}
