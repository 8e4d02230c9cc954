package io.cartpulse.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for some minutes which password fitted: a program that sends it with each
 * request must not pay for a slow hash each time. What is remembered is a keyed hash, and
 * the key never leaves the process.
 */
final class RememberingEncoder implements PasswordEncoder {

	private static final String HASH = "HmacSHA256";

	private final PasswordEncoder encoder;

	private final SecretKeySpec key;

	private final Cache<ByteBuffer, Boolean> fitting = Caffeine.newBuilder()
		.maximumSize(1000)
		.expireAfterWrite(Duration.ofMinutes(10))
		.build();

	RememberingEncoder(PasswordEncoder encoder) {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.encoder = encoder;
		this.key = new SecretKeySpec(random, HASH);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return this.encoder.encode(password);
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
		ByteBuffer pair = hash(password + "\0" + encoded);
		if (this.fitting.getIfPresent(pair) != null) {
			return true;
		}
		boolean fits = this.encoder.matches(password, encoded);
		if (fits) {
			this.fitting.put(pair, true);
		}
		return fits;
	}

	private ByteBuffer hash(String text) {
		try {
			Mac mac = Mac.getInstance(HASH);
			mac.init(this.key);
			return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has " + HASH, ex);
		}
	}

}
