package io.cartpulse.embedded.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * Who may enter. The library knows no users, so the front checks them.
 */
final class Accounts {

	/** What an account may do. */
	enum Role {

		OWNER, ANALYST

	}

	private final Properties users;

	Accounts(Properties users) {
		this.users = users;
	}

	Role enter(String user, String password) {
		Role role = role(user);
		if (role == null || !matches(expected(role), password)) {
			throw new EngineException(EngineException.AUTHENTICATION_FAILED, "AUTHENTICATION_FAILED",
					user + ": Authentication failed: password is incorrect, or there is no user with such name");
		}
		return role;
	}

	private @Nullable Role role(String user) {
		if (user.equals(this.users.getProperty("owner.user"))) {
			return Role.OWNER;
		}
		return user.equals(this.users.getProperty("analyst.user")) ? Role.ANALYST : null;
	}

	private String expected(Role role) {
		return this.users.getProperty((role == Role.OWNER) ? "owner.password" : "analyst.password", "");
	}

	private static boolean matches(String expected, String given) {
		return !expected.isEmpty() && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				given.getBytes(StandardCharsets.UTF_8));
	}

}
