package io.cartpulse.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A stage's SQL, kept in files beside the classes that run it.
 */
public final class SqlFile {

	private SqlFile() {
	}

	/**
	 * Reads a file that lies on the class path in the package of its user.
	 * @param owner the class that runs the statement
	 * @param name the file's name, {@code upsert-orders.sql} say
	 * @return the statement
	 * @throws IllegalArgumentException when there is no such file
	 */
	public static String read(Class<?> owner, String name) {
		try (InputStream in = owner.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalArgumentException("no SQL file " + name + " in " + owner.getPackageName());
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
