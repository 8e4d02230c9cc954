package io.cartpulse.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is run to its end.
 *
 * @param exitCode what the program ended with
 * @param output what it wrote, errors included
 */
record Command(int exitCode, String output) {

	static Command run(Path folder, List<String> line) throws IOException {
		return run(folder, line, "", true);
	}

	static Command run(Path folder, List<String> line, String input, boolean withErrors) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(line)).directory(folder.toFile());
		builder.redirectErrorStream(withErrors);
		if (!withErrors) {
			builder.redirectError(ProcessBuilder.Redirect.DISCARD);
		}
		Process process = builder.start();
		try (OutputStream in = process.getOutputStream()) {
			in.write(input.getBytes(StandardCharsets.UTF_8));
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			return new Command(process.waitFor(), output);
		}
		catch (InterruptedException ex) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while waiting for " + line.get(0), ex);
		}
	}

	boolean succeeded() {
		return this.exitCode == 0;
	}

}
