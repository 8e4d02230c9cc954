package io.cartpulse.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Pattern;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours Idempotency-Key: a request that is sent again is answered as the first time,
 * and done once. What was refused has changed nothing and may be tried again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

	static final String HEADER = "Idempotency-Key";

	static final String REPLAYED = "Idempotency-Replayed";

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

	private final IdempotentRequests requests;

	private final ProblemWriter problems;

	IdempotencyFilter(IdempotentRequests requests, ProblemWriter problems) {
		this.requests = requests;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader(HEADER) == null || request.getMethod().equals("GET")
				|| request.getMethod().equals("HEAD");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Principal actor = request.getUserPrincipal();
		String key = request.getHeader(HEADER);
		if (actor == null || !KEY.matcher(key).matches()) {
			this.problems.write(request, response, ProblemCode.MALFORMED_REQUEST,
					HEADER + " must have 1 to 100 visible ASCII characters.");
			return;
		}
		byte[] body = request.getInputStream().readAllBytes();
		IdempotentRequests.Key known = new IdempotentRequests.Key(actor.getName(), key);
		Optional<IdempotentRequests.Answer> answer;
		try {
			answer = this.requests.begin(known, hash(request, body));
		}
		catch (ProblemException ex) {
			this.problems.write(request, response, ex.code(), String.valueOf(ex.getMessage()));
			return;
		}
		if (answer.isPresent()) {
			replay(answer.get(), response);
			return;
		}
		answer(known, new Repeatable(request, body), response, chain);
	}

	private void answer(IdempotentRequests.Key key, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		ContentCachingResponseWrapper caching = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, caching);
		int status = caching.getStatus();
		if (status < 400) {
			this.requests.keep(key, new IdempotentRequests.Answer(status, caching.getHeader(HttpHeaders.LOCATION),
					caching.getContentType(), caching.getContentAsByteArray()));
		}
		else if (status != ProblemCode.INTERNAL_ERROR.status()) {
			this.requests.forget(key);
		}
		caching.copyBodyToResponse();
	}

	private static void replay(IdempotentRequests.Answer answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status());
		response.setHeader(REPLAYED, "true");
		if (answer.location() != null) {
			response.setHeader(HttpHeaders.LOCATION, answer.location());
		}
		if (answer.mediaType() != null) {
			response.setContentType(answer.mediaType());
		}
		response.getOutputStream().write(answer.body());
	}

	private static byte[] hash(HttpServletRequest request, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			String head = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
			digest.update(head.getBytes(StandardCharsets.UTF_8));
			return digest.digest(body);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/**
	 * A request whose body was read already, and can be read once more.
	 */
	private static final class Repeatable extends HttpServletRequestWrapper {

		private final ByteArrayInputStream body;

		private Repeatable(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = new ByteArrayInputStream(body);
		}

		@Override
		public ServletInputStream getInputStream() {
			return new ServletInputStream() {

				@Override
				public int read() {
					return Repeatable.this.body.read();
				}

				@Override
				public boolean isFinished() {
					return Repeatable.this.body.available() == 0;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new IllegalStateException("the body is read at once");
				}

			};
		}

	}

}
