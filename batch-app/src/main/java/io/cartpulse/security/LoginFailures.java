package io.cartpulse.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Where a login by form goes that failed: back to its page, which says why.
 */
final class LoginFailures implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		if (failure instanceof TooManyLoginsException tooMany) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
			request.setAttribute(LoginPage.RETRY_AFTER, tooMany.retryAfterSeconds());
			request.getRequestDispatcher(LoginPage.THROTTLED).forward(request, response);
			return;
		}
		response.sendRedirect(request.getContextPath() + LoginPage.PATH + "?error");
	}

}
