package io.cartpulse.security;

import java.util.Map;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * How passwords are hashed.
 */
public final class Passwords {

	private Passwords() {
	}

	/** Hashes with bcrypt, and knows the hashes that the settings allow. */
	public static PasswordEncoder encoder() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(), "pbkdf2",
				Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
	}

}
