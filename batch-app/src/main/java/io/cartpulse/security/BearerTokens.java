package io.cartpulse.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Knows whose a bearer token is. The tokens are random and long, so that a quick hash
 * keeps them.
 */
final class BearerTokens implements AuthenticationProvider {

	private final List<SecuritySettings.Token> tokens;

	BearerTokens(List<SecuritySettings.Token> tokens) {
		this.tokens = tokens;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return authentication == BearerLogin.class;
	}

	@Override
	public Authentication authenticate(Authentication login) {
		BearerLogin bearer = (BearerLogin) login;
		byte[] digest = digest(bearer.getCredentials());
		return this.tokens.stream()
			.filter((token) -> MessageDigest.isEqual(digest, HexFormat.of().parseHex(token.sha256())))
			.findFirst()
			.map((token) -> bearer.of(token.name(), new SimpleGrantedAuthority("ROLE_" + token.role())))
			.orElseThrow(() -> new BadCredentialsException("unknown bearer token"));
	}

	private static byte[] digest(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
