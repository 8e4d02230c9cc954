package io.cartpulse.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * {@code credentials.properties}: passwords are generated once and kept, configured ones
 * win and are not written down.
 */
final class CredentialsFile {

	static final String NAME = "credentials.properties";

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
			Properties kept = read(file);
			if (completed(kept)) {
				PrivateFile.write(file, text(kept));
			}
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
			return new CredentialsFile(kept, overrides);
		}
		catch (IOException ex) {
			throw new EngineStartException("The passwords in " + file + " cannot be read or written: " + ex, ex);
		}
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

	private static boolean completed(Properties properties) {
		boolean changed = false;
		for (String key : KEYS) {
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
				# Accounts of the embedded PostgreSQL and ClickHouse. Generated, kept, private.
				owner.user=%s
				analyst.user=%s
				""".formatted(Credentials.OWNER, Credentials.ANALYST));
		KEYS.forEach((key) -> text.append(key).append('=').append(properties.getProperty(key)).append('\n'));
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
