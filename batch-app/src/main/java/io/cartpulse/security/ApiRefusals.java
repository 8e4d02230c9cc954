package io.cartpulse.security;

import java.io.IOException;
import java.util.Set;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * What the API says to those whom it does not let in.
 */
@Component
@ConditionalOnWebApplication
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final ProblemWriter problems;

	private final SecuritySettings settings;

	ApiRefusals(ProblemWriter problems, SecuritySettings settings) {
		this.problems = problems;
		this.settings = settings;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
			throws IOException {
		if (refusal instanceof TooManyLoginsException tooMany) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
			this.problems.write(request, response, ProblemCode.TOO_MANY_LOGINS,
					"Too many logins have failed. Try again in " + tooMany.retryAfterSeconds() + " s.");
			return;
		}
		if (isByScript(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"cartpulse\", charset=\"UTF-8\"");
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		this.problems.write(request, response, ProblemCode.UNAUTHENTICATED,
				"Send user and password (HTTP Basic) or a bearer token.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException {
		if (refusal instanceof CsrfException) {
			this.problems.write(request, response, ProblemCode.CSRF, "Load the page anew, then try again.");
		}
		else if (this.settings.readOnly() && !READING.contains(request.getMethod())) {
			this.problems.write(request, response, ProblemCode.READ_ONLY,
					"cartpulse.security.read-only is true: nothing was changed.");
		}
		else {
			this.problems.write(request, response, ProblemCode.FORBIDDEN,
					"Ask somebody with another role, or for another role.");
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
			throws IOException {
		this.problems.write(request, response, ProblemCode.MALFORMED_REQUEST,
				"The address or a parameter has characters that are not allowed.");
	}

	/** A browser must not ask for a password on behalf of a page's script. */
	private static boolean isByScript(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return mode != null && !mode.equals("navigate");
	}

}
