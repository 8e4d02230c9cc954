package io.cartpulse.testing;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Users named as their roles: viewer, operator and admin.
 */
public final class TestUsers {

	/** The password of each. */
	public static final String PASSWORD = "correct horse";

	private static final List<String> ROLES = List.of("viewer", "operator", "admin");

	private TestUsers() {
	}

	/** How an application learns of them: {@code name=value}. */
	public static List<String> properties() {
		// as cheap as bcrypt gets: the tests log in often
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		return IntStream.range(0, ROLES.size())
			.mapToObj((number) -> user("cartpulse.security.users[" + number + "].", ROLES.get(number), hash))
			.flatMap(List::stream)
			.toList();
	}

	private static List<String> user(String prefix, String role, String hash) {
		return List.of(prefix + "name=" + role, prefix + "role=" + role, prefix + "password=" + hash);
	}

}
