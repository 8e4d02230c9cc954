package io.cartpulse.security;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Too many logins have failed; this one was not looked at.
 */
final class TooManyLoginsException extends AuthenticationException {

	private final Duration retryAfter;

	TooManyLoginsException(Duration retryAfter) {
		super("too many failed logins");
		this.retryAfter = retryAfter;
	}

	/** When to try again, in whole seconds from now. */
	long retryAfterSeconds() {
		return Math.max(1, this.retryAfter.plusMillis(999).toSeconds());
	}

}
