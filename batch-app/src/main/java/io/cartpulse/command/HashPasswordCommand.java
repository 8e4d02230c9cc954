package io.cartpulse.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.cartpulse.security.Passwords;
import io.cartpulse.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * {@code hash-password}: reads a password, unseen where there is a terminal, and prints
 * its hash.
 */
final class HashPasswordCommand {

	private static final int SHORTEST = 8;

	/** What bcrypt takes in. */
	private static final int LONGEST_BYTES = 72;

	private final Terminal terminal;

	private final @Nullable Console console;

	private final InputStream input;

	HashPasswordCommand(Terminal terminal, @Nullable Console console, InputStream input) {
		this.terminal = terminal;
		this.console = console;
		this.input = input;
	}

	int execute() throws IOException {
		String password = read();
		if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
			throw new UsageException(
					"a password has " + SHORTEST + " characters at least and " + LONGEST_BYTES + " bytes at most");
		}
		this.terminal.print(String.valueOf(Passwords.encoder().encode(password)));
		return ExitCode.OK;
	}

	private String read() throws IOException {
		if (this.console != null) {
			char[] password = this.console.readPassword("Password: ");
			char[] again = this.console.readPassword("Again: ");
			if (password == null || !Arrays.equals(password, again)) {
				throw new UsageException("the two are not the same");
			}
			return new String(password);
		}
		String line = new BufferedReader(new InputStreamReader(this.input, StandardCharsets.UTF_8)).readLine();
		return (line != null) ? line : "";
	}

}
