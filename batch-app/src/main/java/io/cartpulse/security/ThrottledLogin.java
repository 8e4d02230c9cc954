package io.cartpulse.security;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Logs in as another provider does, throttled, and has each failure audited.
 */
final class ThrottledLogin implements AuthenticationProvider {

	private final AuthenticationProvider provider;

	private final LoginThrottle throttle;

	private final AuditLog audit;

	ThrottledLogin(AuthenticationProvider provider, LoginThrottle throttle, AuditLog audit) {
		this.provider = provider;
		this.throttle = throttle;
		this.audit = audit;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.provider.supports(authentication);
	}

	@Override
	public Authentication authenticate(Authentication login) {
		String address = (login.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		LoginThrottle.Attempt attempt = this.throttle.begin(login.getName(), address);
		try {
			Authentication known = this.provider.authenticate(login);
			attempt.succeeded();
			return known;
		}
		catch (AuthenticationException ex) {
			this.audit.note(new Caller(login.getName(), address), "login", "", "unauthenticated", "");
			throw ex;
		}
	}

}
