package io.cartpulse.security;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link RememberingEncoder}.
 */
class RememberingEncoderTests {

	private final CountingEncoder slow = new CountingEncoder();

	private final RememberingEncoder encoder = new RememberingEncoder(this.slow);

	@Test
	void hashesARightPasswordOnce() {
		assertThat(this.encoder.matches("right", "hash of right")).isTrue();
		assertThat(this.encoder.matches("right", "hash of right")).isTrue();
		assertThat(this.slow.matches).isEqualTo(1);
	}

	@Test
	void remembersNoWrongPasswordAndNoOtherHash() {
		this.encoder.matches("right", "hash of right");
		assertThat(this.encoder.matches("wrong", "hash of right")).isFalse();
		assertThat(this.encoder.matches("wrong", "hash of right")).isFalse();
		assertThat(this.encoder.matches("right", "hash of another")).isFalse();
		assertThat(this.slow.matches).isEqualTo(4);
	}

	/**
	 * Counts how often it is asked.
	 */
	private static final class CountingEncoder implements PasswordEncoder {

		private int matches;

		@Override
		public String encode(@Nullable CharSequence password) {
			return "hash of " + password;
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
			this.matches++;
			return encode(password).equals(encoded);
		}

	}

}
