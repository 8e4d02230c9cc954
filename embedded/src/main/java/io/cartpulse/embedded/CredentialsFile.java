package io.cartpulse.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * {@code credentials.properties}: passwords are generated once and kept, configured ones
 * win and are not written down.
 */
public final class CredentialsFile {

	/** The file's name in the data folder. */
	public static final String NAME = "credentials.properties";

	static final String OWNER_PASSWORD = "owner.password";

	static final String ANALYST_PASSWORD = "analyst.password";

	static final String SUPERUSER_PASSWORD = "postgres.superuser.password";

	private static final List<String> KEYS = List.of(OWNER_PASSWORD, ANALYST_PASSWORD, SUPERUSER_PASSWORD);

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Properties kept;

	private final Map<String, String> overrides;

	private CredentialsFile(Properties kept, Map<String, String> overrides) {
		this.kept = kept;
		this.overrides = overrides;
	}

	static CredentialsFile open(Path dataDir, Map<String, String> overrides) {
		Path file = dataDir.resolve(NAME);
		try {
			return new CredentialsFile(keep(file, KEYS), overrides);
		}
		catch (IOException ex) {
			throw new EngineStartException("The passwords in " + file + " cannot be read or written: " + ex, ex);
		}
	}

	/**
	 * The password of a key; one that is not there yet is generated and kept.
	 * @param dataDir the data folder, which is made if need be
	 * @param key a key, {@code admin.password} say
	 * @throws UncheckedIOException when the file cannot be read or written
	 */
	public static String password(Path dataDir, String key) {
		Path file = dataDir.resolve(NAME);
		try {
			Files.createDirectories(dataDir);
			return keep(file, List.of(key)).getProperty(key);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The passwords in " + file + " cannot be read or written: " + ex, ex);
		}
	}

	private static Properties keep(Path file, List<String> keys) throws IOException {
		Properties kept = read(file);
		if (completed(kept, keys)) {
			PrivateFile.write(file, text(kept));
		}
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return kept;
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
				properties.load(reader);
			}
		}
		return properties;
	}

	private static boolean completed(Properties properties, List<String> keys) {
		boolean changed = false;
		for (String key : keys) {
			if (properties.getProperty(key, "").isBlank()) {
				properties.setProperty(key, generate());
				changed = true;
			}
		}
		return changed;
	}

	// Letters and digits only: the password goes unquoted into shells, URLs and settings
	private static String generate() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', 'A').replace('_', 'B');
	}

	private static String text(Properties properties) {
		StringBuilder text = new StringBuilder("""
				# Passwords of the embedded PostgreSQL and ClickHouse, and of the console. Generated, kept, private.
				owner.user=%s
				analyst.user=%s
				""".formatted(Credentials.OWNER, Credentials.ANALYST));
		new TreeMap<>(properties).forEach((key, value) -> {
			if (key.toString().endsWith(".password")) {
				text.append(key).append('=').append(value.toString().replace("\\", "\\\\")).append('\n');
			}
		});
		return text.toString();
	}

	Credentials credentials() {
		return new Credentials(Credentials.OWNER, password(OWNER_PASSWORD), Credentials.ANALYST,
				password(ANALYST_PASSWORD));
	}

	String superuserPassword() {
		return password(SUPERUSER_PASSWORD);
	}

	private String password(String key) {
		String override = this.overrides.get(key);
		return (override != null && !override.isBlank()) ? override : this.kept.getProperty(key);
	}

}
