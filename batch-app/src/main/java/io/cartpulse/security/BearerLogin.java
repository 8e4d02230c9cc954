package io.cartpulse.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * A bearer token, first as it was sent, then as somebody's.
 */
final class BearerLogin extends AbstractAuthenticationToken {

	private static final String SCHEME = "bearer ";

	/** The name in throttle and audit as long as nobody knows whose token it is. */
	private static final String UNKNOWN = "a bearer token";

	private final transient @Nullable String token;

	private final String name;

	private BearerLogin(@Nullable String token, String name, Collection<? extends GrantedAuthority> authorities) {
		super(authorities);
		this.token = token;
		this.name = name;
	}

	/** The token of a request, if it has one. */
	static @Nullable BearerLogin of(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
			return null;
		}
		BearerLogin login = new BearerLogin(header.substring(SCHEME.length()).strip(), UNKNOWN, List.of());
		login.setDetails(new WebAuthenticationDetails(request));
		return login;
	}

	/** The same, known to be somebody's. */
	BearerLogin of(String name, GrantedAuthority authority) {
		BearerLogin known = new BearerLogin(null, name, List.of(authority));
		known.setDetails(getDetails());
		known.setAuthenticated(true);
		return known;
	}

	@Override
	public String getCredentials() {
		return (this.token != null) ? this.token : "";
	}

	@Override
	public Object getPrincipal() {
		return this.name;
	}

}
