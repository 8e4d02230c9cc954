package io.cartpulse.admin;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where the API is.
 */
final class Api {

	/** The path of all calls. */
	static final String ROOT = "/api/v1";

	private Api() {
	}

	/** Whether a request is for the API. */
	static boolean isFor(HttpServletRequest request) {
		return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
	}

	/** The address of an execution. */
	static URI execution(HttpServletRequest request, long id) {
		return URI.create(request.getContextPath() + ROOT + "/executions/" + id);
	}

}
