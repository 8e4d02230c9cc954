package io.cartpulse.enrichment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The statements, kept in files beside the classes that run them.
 */
public final class SqlFile {

	private SqlFile() {
	}

	/**
	 * Reads a file that lies on the class path in the package of its user.
	 * @param owner the class that runs the statement
	 */
	public static String read(Class<?> owner, String name) {
		try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
