package io.cartpulse.generator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class LineReaderTests {

	@Test
	void cutsAtLineFeedsAndChangesNothing() throws IOException {
		assertThat(lines("{}\n\n \r\nlast\n")).containsExactly("{}", "", " \r", "last");
		assertThat(lines("one")).containsExactly("one");
		assertThat(lines("")).isEmpty();
		assertThat(lines("\n")).containsExactly("");
	}

	@Test
	void readsLinesLongerThanItsBuffer() throws IOException {
		String longLine = "x".repeat(200_000);
		assertThat(lines(longLine + "\n" + longLine)).containsExactly(longLine, longLine);
	}

	@Test
	void namesTheLineThatIsTooLong() {
		assertThatIOException().isThrownBy(() -> lines("a\n" + "x".repeat(5_000_000)))
			.withMessageContaining("line 2 has more than the 4194304 bytes");
	}

	private static List<String> lines(String text) throws IOException {
		LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		List<String> lines = new ArrayList<>();
		for (byte[] line = reader.next(); line != null; line = reader.next()) {
			lines.add(new String(line, StandardCharsets.UTF_8));
		}
		return lines;
	}

}
