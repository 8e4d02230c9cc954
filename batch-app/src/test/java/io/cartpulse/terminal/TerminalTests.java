package io.cartpulse.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Terminal}.
 */
class TerminalTests {

	@Test
	void believesTheFirstLocaleThatIsSet() {
		assertThat(Terminal.speaksUtf8(Map.of("LANG", "en_US.UTF-8"))).isTrue();
		assertThat(Terminal.speaksUtf8(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"))).isFalse();
		assertThat(Terminal.speaksUtf8(Map.of("LC_ALL", "", "LC_CTYPE", "C.utf8"))).isTrue();
		assertThat(Terminal.speaksUtf8(Map.of())).isFalse();
	}

	@Test
	void spellsItsSignsInAscii() {
		assertThat(printed("Kafka → RAW …", false)).isEqualTo("Kafka -> RAW ...\n");
		assertThat(printed("Kafka → RAW …", true)).isEqualTo("Kafka → RAW …\n");
	}

	private static String printed(String text, boolean unicode) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), unicode).print(text);
		return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

}
