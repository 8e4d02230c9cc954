package io.cartpulse.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Knows the console's login in the API too, so that its pages can follow a run; but a
 * request that brings a login of its own is judged by that alone. Nothing is ever kept in
 * a session here.
 */
final class SessionUnlessHeader implements SecurityContextRepository {

	private final SecurityContextRepository session = new HttpSessionSecurityContextRepository();

	private final SecurityContextRepository request = new RequestAttributeSecurityContextRepository();

	/** Whether a request relies on the console's login, and so needs the page's token. */
	static boolean isBySession(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getRequestedSessionId() != null;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return repositoryOf(request).loadDeferredContext(request);
	}

	@Override
	@SuppressWarnings({ "deprecation", "removal" })
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return repositoryOf(holder.getRequest()).loadContext(holder);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		this.request.saveContext(context, request, response);
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return repositoryOf(request).containsContext(request);
	}

	private SecurityContextRepository repositoryOf(HttpServletRequest request) {
		return isBySession(request) ? this.session : this.request;
	}

}
