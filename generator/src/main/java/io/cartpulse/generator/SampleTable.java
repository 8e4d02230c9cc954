package io.cartpulse.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Reads the sample tables: lines of values with commas between, {@code #} before remarks.
 */
final class SampleTable {

	private SampleTable() {
	}

	static List<String[]> read(String name) {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(SampleTable.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
			return in.lines().filter((line) -> !line.startsWith("#")).map((line) -> line.split(",", -1)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
