package io.cartpulse.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratorApplicationTests {

	private final List<String> told = new ArrayList<>();

	@Test
	void simulatesIntoFile(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("events.jsonl");
		assertThat(run("simulate", "--from", "2024-01-01", "--to", "2024-01-02", "--users", "50", "--count", "120",
				"--out", file.toString()))
			.isZero();
		assertThat(Files.readAllLines(file)).hasSize(120).allMatch((line) -> line.startsWith("{\"type\":"));
		assertThat(this.told).containsExactly("Sent 120 messages.");
	}

	@ParameterizedTest
	@CsvSource({ "fly, fly is no command here", "simulate --speed, --speed is no option here",
			"simulate --days, --days needs a value", "simulate --seed x, --seed needs a whole number",
			"simulate --from yesterday, --from needs a date", "simulate --users 0, users must be from 1",
			"simulate --days -1, --days must not be negative",
			"simulate --from 2024-01-02 --to 2024-01-01, --to must not be before --from",
			"replay, replay needs one file" })
	void wrongUsageIsExplained(String commandLine, String message) {
		assertThat(run(commandLine.split(" "))).isEqualTo(2);
		assertThat(this.told.get(0)).startsWith(message).contains("Usage:");
	}

	@Test
	void aFileThatCannotBeIsNamed(@TempDir Path folder) {
		Path file = folder.resolve("none/events.jsonl");
		assertThat(run("simulate", "--days", "1", "--out", file.toString())).isOne();
		assertThat(this.told).containsExactly("cannot use " + file + ": there is no such file or folder");
	}

	private int run(String... args) {
		return GeneratorApplication.run(List.of(args), this.told::add);
	}

}
