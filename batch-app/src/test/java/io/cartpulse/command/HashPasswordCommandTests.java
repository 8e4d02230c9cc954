package io.cartpulse.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.cartpulse.security.Passwords;
import io.cartpulse.terminal.Terminal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link HashPasswordCommand}.
 */
class HashPasswordCommandTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void printsTheHashOfWhatIsPipedIn() throws Exception {
		assertThat(command("correct horse\n").execute()).isEqualTo(ExitCode.OK);
		String hash = this.out.toString(StandardCharsets.UTF_8).strip();
		assertThat(hash).startsWith("{bcrypt}");
		assertThat(Passwords.encoder().matches("correct horse", hash)).isTrue();
	}

	@Test
	void refusesWhatIsTooShortOrTooLong() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> command("short\n").execute());
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> command("").execute());
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> command("x".repeat(73)).execute());
	}

	private HashPasswordCommand command(String input) {
		Terminal terminal = new Terminal(new PrintStream(this.out, true, StandardCharsets.UTF_8), true);
		return new HashPasswordCommand(terminal, null,
				new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
	}

}
