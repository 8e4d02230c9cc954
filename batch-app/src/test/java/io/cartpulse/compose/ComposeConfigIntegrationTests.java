package io.cartpulse.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What docker-compose itself says to the file; it needs no Docker for that. Skipped, and
 * said so, where there is no docker-compose.
 */
class ComposeConfigIntegrationTests {

	private final ComposeFile compose = ComposeFile.read();

	@TempDir
	private Path folder;

	@BeforeEach
	void isThere() {
		Assumptions.assumeTrue(
				Stream.of(System.getenv("PATH").split(":"))
					.anyMatch((one) -> Files.isExecutable(Path.of(one, "docker-compose"))),
				"not held against docker-compose: put it on the PATH");
	}

	@Test
	void acceptsTheFileWithTheVariablesOfTheExample() throws Exception {
		String config = config(ComposeFile.read(this.compose.folder().resolve(".env.example"))
			.replaceAll("(?m)^([A-Z_]+(?:PASSWORD|ENCRYPTION_KEY|EMAIL))=$", "$1=some-value"));
		assertThat(config).startsWith("0\n").contains("CARTPULSE_SCHEDULE_PLAN: PIPELINE", "  generator:");
	}

	@Test
	void acceptsAnEnvironmentWithoutWhatIsOptional() throws Exception {
		String config = config(this.compose.variables()
			.stream()
			.filter((name) -> this.compose.text().contains("${" + name + ":?"))
			.map((name) -> name + "=some-value\n")
			.reduce("", String::concat));
		assertThat(config).startsWith("0\n").containsPattern("CARTPULSE_ALERT_TELEGRAM_TOKEN: (''|\"\")");
	}

	@Test
	void asksForAPasswordThatIsMissing() throws Exception {
		assertThat(config("POSTGRES_PASSWORD=some-value\n")).doesNotStartWith("0\n").contains("set it in .env");
	}

	/** The exit code, and what was written. */
	private String config(String environment) throws IOException, InterruptedException {
		Path file = Files.writeString(this.folder.resolve("env"), environment);
		List<String> command = new ArrayList<>(
				List.of("docker-compose", "--project-directory", this.compose.folder().toString(), "--file",
						this.compose.folder().resolve("docker-compose.yml").toString(), "--env-file", file.toString(),
						"--profile", "simulate", "config"));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(this.folder.toFile());
		builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
		Process process = builder.start();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return process.waitFor() + "\n" + text;
	}

}
